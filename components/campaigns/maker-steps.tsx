import { getTranslations } from 'next-intl/server'

const STEPS = ['universe', 'draw', 'rules', 'confirm'] as const

/** The four steps, all on one page: nothing typed is lost by going back. */
export async function MakerSteps({ drawn }: { drawn: boolean }) {
  const t = await getTranslations('campaigns.steps')
  return (
    <nav aria-label={t('label')}>
      <ol className="grid grid-cols-2 gap-1.5 tablet:flex tablet:flex-wrap tablet:gap-4">
        {STEPS.map((step, index) => (
          <li key={step}>
            <a
              href={`#${step}`}
              className="flex min-h-9 items-center gap-2 text-table font-semibold text-link underline-offset-2 hover:underline"
            >
              <span
                aria-hidden
                className="grid size-6 shrink-0 place-items-center rounded-full bg-tint text-small font-semibold text-on-tint"
              >
                {index + 1}
              </span>
              {t(step === 'draw' && !drawn ? 'targets' : step)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { Check } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { classNames } from '@/components/ui/class-names'
import type { ImportStatus } from '@/prisma/client/enums'

const STEPS = ['file', 'columns', 'dryRun', 'import', 'summary'] as const

/** At which step an import is; one that ended before its time stands where it was. */
function stepOf(status: ImportStatus, checked: boolean): number {
  if (status === 'receiving') return 0
  if (status === 'mapping') return 1
  if (status === 'checking' || status === 'checked') return 2
  if (status === 'applying') return 3
  if (status === 'done' || status === 'undoing' || status === 'undone') return 4
  return checked ? 2 : 0
}

/** File → columns → dry run → import → summary. */
export async function ImportSteps({ status, checked }: { status: ImportStatus | null; checked: boolean }) {
  const t = await getTranslations('register.steps')
  const current = status ? stepOf(status, checked) : 0
  return (
    <ol aria-label={t('label')} className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-table">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} className="flex items-center gap-2">
          {index > 0 && <span className={classNames('h-0.5 w-6 desk:w-9', index <= current ? 'bg-ok' : 'bg-border')} />}
          <span
            aria-hidden
            className={classNames(
              'grid size-6 shrink-0 place-items-center rounded-full border text-small',
              index < current && 'border-ok bg-ok text-surface',
              index === current && 'border-primary bg-primary font-semibold text-on-primary',
              index > current && 'border-border-strong text-text-3',
            )}
          >
            {index < current ? <Check size={14} strokeWidth={2} /> : index + 1}
          </span>
          <span className={index === current ? 'font-semibold text-on-tint' : 'text-text-2'}>
            {t(step)}
            {index < current && <span className="sr-only"> ({t('done')})</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { classNames } from '@/components/ui/class-names'
import { STEPS, type Step, type VisitDraft } from '@/components/visits/draft'

/** What every step of the form gets. */
export type StepProps = {
  draft: VisitDraft
  change: (patch: Partial<VisitDraft>) => void
  /** Messages by field path. */
  errors: Record<string, string>
}

type StepHeadProps = { title: string; note?: string; headingRef?: Ref<HTMLHeadingElement>; children?: ReactNode }

export function StepHead({ title, note, headingRef }: StepHeadProps) {
  return (
    <div className="flex items-baseline gap-3">
      <h2 ref={headingRef} tabIndex={-1} className="flex-1 text-panel font-semibold outline-none">
        {title}
      </h2>
      {note && (
        <span aria-live="polite" className="text-table text-text-2">
          {note}
        </span>
      )}
    </div>
  )
}

type StepperProps = { step: Step; isDone: (step: Step) => boolean; go: (step: Step) => void }

/** Five bars and a name on the phone, numbers and words on a desk; any step seen before is a way back. */
export function Stepper({ step, isDone, go }: StepperProps) {
  const t = useTranslations('visits')
  const now = STEPS.indexOf(step)
  return (
    <nav aria-label={t('form.stepper')}>
      <ol className="flex gap-1 tablet:gap-4">
        {STEPS.map((name, i) => {
          const isNow = i === now
          const done = !isNow && isDone(name)
          const bar = isNow ? 'bg-primary' : done ? 'bg-ok' : 'bg-border'
          return (
            <li key={name} className="min-w-0 flex-1" aria-current={isNow ? 'step' : undefined}>
              <button
                type="button"
                disabled={isNow}
                onClick={() => go(name)}
                className="flex min-h-6 w-full cursor-pointer flex-col gap-1.5 pt-2 text-left disabled:cursor-default"
              >
                <span className={classNames('block h-1 w-full rounded-full', bar)} />
                <span
                  className={classNames(
                    'sr-only tablet:not-sr-only tablet:flex tablet:items-center tablet:gap-1.5 tablet:text-table',
                    isNow ? 'tablet:font-semibold tablet:text-on-tint' : 'tablet:text-text-2',
                  )}
                >
                  {done ? (
                    <Check size={14} strokeWidth={2} aria-hidden className="hidden text-ok-text tablet:block" />
                  ) : (
                    <span aria-hidden>{i + 1}</span>
                  )}
                  {t(`steps.${name}`)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <p aria-hidden className="flex justify-between pt-0.5 text-table tablet:hidden">
        <b className="font-semibold text-on-tint">{t(`steps.${step}`)}</b>
        <span className="text-text-2">{t('form.step', { step: now + 1 })}</span>
      </p>
    </nav>
  )
}

'use client'
import {
  Ban,
  CalendarCheck,
  CircleX,
  type LucideIcon,
  MessagesSquare,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  Voicemail,
  X,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { OUTCOMES } from '@/lib/calls/rules'
import type { CallOutcome } from '@/prisma/client/enums'

const ICONS: Record<CallOutcome, LucideIcon> = {
  appointment: CalendarCheck,
  interviewed: MessagesSquare,
  callback: PhoneIncoming,
  no_answer: PhoneMissed,
  busy: Voicemail,
  wrong_number: PhoneOff,
  refused: X,
  do_not_contact: Ban,
  ceased: CircleX,
}

const TILE =
  'flex h-15 cursor-pointer flex-col justify-between rounded-m border px-2.25 py-1.5 text-small has-[:focus-visible]:focus-edge tablet:h-12.5 tablet:py-1'

type OutcomeChoiceProps = {
  value?: CallOutcome
  onChange: (outcome: CallOutcome) => void
  /** In the line of the title. */
  aside?: ReactNode
}

/** The nine outcomes in their order, three rows of three; keys 1 to 9. */
export function OutcomeChoice({ value, onChange, aside }: OutcomeChoiceProps) {
  const t = useTranslations('calls')
  return (
    <fieldset className="min-w-0" data-field="outcome">
      <legend className="sr-only">{t('outcome.title')}</legend>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <span aria-hidden className="mr-auto text-table font-semibold">
          {t('outcome.title')}
        </span>
        {aside}
        <span aria-hidden className="hidden text-small text-text-3 desk:inline">
          {t('outcome.keys')}
        </span>
      </div>
      <div className="grid grid-cols-3 gap-1.5">
        {OUTCOMES.map((outcome, index) => {
          const Icon = ICONS[outcome]
          const chosen = value === outcome
          return (
            <label
              key={outcome}
              title={t(`outcomesFull.${outcome}`)}
              className={classNames(
                TILE,
                chosen
                  ? 'border-primary bg-tint font-semibold text-on-tint inset-ring inset-ring-primary'
                  : 'border-border-strong hover:bg-hover',
              )}
            >
              <input
                type="radio"
                name="outcome"
                className="sr-only"
                data-key={index + 1}
                aria-label={t(`outcomesFull.${outcome}`)}
                checked={chosen}
                onChange={() => onChange(outcome)}
              />
              <span className="flex items-center justify-between">
                <Icon size={16} strokeWidth={1.75} aria-hidden className={chosen ? '' : 'text-text-2'} />
                <span aria-hidden className="hidden desk:inline-flex">
                  <Kbd>{index + 1}</Kbd>
                </span>
              </span>
              <span className="truncate">{t(`outcomes.${outcome}`)}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

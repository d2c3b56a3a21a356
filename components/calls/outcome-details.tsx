'use client'
import { useTranslations } from 'next-intl'
import { AppointmentBox } from '@/components/calls/appointment-box'
import type { CallFacts } from '@/components/calls/call-facts'
import { CallbackBox } from '@/components/calls/callback-box'
import { ContactChoice } from '@/components/calls/contact-choice'
import { type Draft, hasConversation } from '@/components/calls/draft'
import { RetryBox } from '@/components/calls/retry-box'
import { StopBox } from '@/components/calls/stop-box'
import { WrongNumberBox } from '@/components/calls/wrong-number-box'
import type { CallOutcome } from '@/prisma/client/enums'

type OutcomeDetailsProps = {
  outcome: CallOutcome
  facts: CallFacts
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: Record<string, string>
}

/** What an outcome asks for beyond its name. */
export function OutcomeDetails({ outcome, facts, draft, change, errors }: OutcomeDetailsProps) {
  const t = useTranslations('calls')
  return (
    <>
      {outcome === 'appointment' && (
        <AppointmentBox facts={facts} value={draft.appointment} onChange={change} error={errors.appointment} />
      )}
      {outcome === 'callback' && (
        <CallbackBox calendar={facts.calendar} value={draft.callback} onChange={change} error={errors.callbackAt} />
      )}
      {(outcome === 'no_answer' || outcome === 'busy') && (
        <RetryBox outcome={outcome} facts={facts} value={draft.retry} onChange={change} />
      )}
      {outcome === 'wrong_number' && (
        <WrongNumberBox numbers={facts.numbers} value={draft.phone} onChange={change} error={errors.phone} />
      )}
      {outcome === 'do_not_contact' && <StopBox value={draft.reason} onChange={change} error={errors.reason} />}
      {outcome === 'ceased' && <p className="text-small text-text-3">{t('ceasedNote')}</p>}
      {hasConversation(outcome) && (
        <ContactChoice
          contacts={facts.contacts}
          value={draft.contact}
          added={draft.newContact}
          onChange={change}
          isCallback={outcome === 'callback'}
          errors={errors}
        />
      )}
    </>
  )
}

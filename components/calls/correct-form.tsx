'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useState, useTransition } from 'react'
import { AppointmentBox } from '@/components/calls/appointment-box'
import type { CallFacts } from '@/components/calls/call-facts'
import { CallbackBox } from '@/components/calls/callback-box'
import { DigitalChoice } from '@/components/calls/digital-choice'
import { blankDraft, callOf, type Draft } from '@/components/calls/draft'
import { OutcomeChoice } from '@/components/calls/outcome-choice'
import { StopBox } from '@/components/calls/stop-box'
import { WrongNumberBox } from '@/components/calls/wrong-number-box'
import { singleKeysOn } from '@/components/shell/single-keys'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import type { CallingPlan } from '@/lib/calls/queries'
import { OUTCOMES } from '@/lib/calls/rules'
import { type FormState, IDLE } from '@/lib/form-state'
import { saveCorrectedOutcome } from '@/lib/outcomes/actions'
import type { CallOfToday } from '@/lib/outcomes/queries'
import { clockOf, dayOf } from '@/lib/today/rules'

export type CorrectFormProps = {
  call: CallOfToday
  userId: string
  plan: CallingPlan
  calendar: WorkingCalendar
  close: () => void
}

/** The nine outcomes again, and what the right one asks for. */
export function CorrectForm({ call, userId, plan, calendar, close }: CorrectFormProps) {
  const t = useTranslations('calls')
  const common = useTranslations('common')
  const [state, setState] = useState<FormState>(IDLE)
  const [isPending, startTransition] = useTransition()
  const [draft, setDraft] = useState<Draft>(() => draftOf(call, { userId, plan, reason: t('stop.preset') }))
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const { outcome } = draft
  const errors: Record<string, string> = state.status === 'rejected' ? state.fieldErrors : {}
  const facts: CallFacts = {
    ...plan,
    ...{ assignmentId: call.assignmentId, numbers: call.numbers, userId, calendar },
    ...{ version: 0, attempts: 0, leaseUntil: null, contacts: [], needTypes: [] },
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { callbackAt, appointment, digitalLevel, reason, phone, ...said } = callOf(draft, '', 0)
    const right = { outcome: said.outcome, callbackAt, appointment, digitalLevel, reason, phone }
    startTransition(async () => {
      try {
        const next = await saveCorrectedOutcome(IDLE, { callId: call.id, ...right })
        setState(next)
        if (next.status !== 'saved') return
        close()
        toast({ message: t('today.corrected', { firm: call.firm.name }), tone: 'ok' })
      } catch (error) {
        unstable_rethrow(error)
        setState({ status: 'rejected', message: t('unsaved'), fieldErrors: {}, values: {} })
      }
    })
  }
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    const chosen = OUTCOMES[Number(event.key) - 1]
    const typing = event.target instanceof HTMLElement && !event.target.matches('input[type=radio], button')
    if (chosen && !typing && singleKeysOn()) change({ outcome: chosen })
  }
  return (
    <form onSubmit={send} onKeyDown={press} noValidate className="flex flex-col gap-3">
      <p className="text-table text-text-2">{t('today.note')}</p>
      <FormNotice state={state} labels={{ outcome: t('fields.outcome'), phone: t('fields.phone') }} />
      <OutcomeChoice value={outcome} onChange={(chosen) => change({ outcome: chosen })} />
      {outcome === 'appointment' && (
        <AppointmentBox facts={facts} value={draft.appointment} onChange={change} error={errors.appointment} />
      )}
      {outcome === 'callback' && (
        <CallbackBox calendar={calendar} value={draft.callback} onChange={change} error={errors.callbackAt} />
      )}
      {outcome === 'wrong_number' && (
        <WrongNumberBox numbers={call.numbers} value={draft.phone} onChange={change} error={errors.phone} />
      )}
      {outcome === 'do_not_contact' && <StopBox value={draft.reason} onChange={change} error={errors.reason} />}
      {outcome === 'interviewed' && (
        <DigitalChoice value={draft.digitalLevel} onChange={change} error={errors.digitalLevel} />
      )}
      <footer className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('today.save')}
        </Button>
      </footer>
    </form>
  )
}

/** The call as it was logged. */
function draftOf(call: CallOfToday, { userId, plan, reason }: { userId: string; plan: CallingPlan; reason: string }) {
  const { outcome, callbackAt, digitalLevel, phone, numbers } = call
  return {
    ...blankDraft({ visitMinutes: plan.visitMinutes, userId, reason }),
    outcome,
    phone: phone ?? numbers[0],
    digitalLevel: digitalLevel ?? undefined,
    ...(callbackAt && { callback: { day: dayOf(callbackAt), time: clockOf(callbackAt) } }),
  }
}

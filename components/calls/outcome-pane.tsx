'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { CallFacts } from '@/components/calls/call-facts'
import { useDialled } from '@/components/calls/call-state'
import { CallTimer } from '@/components/calls/call-timer'
import { useDesk } from '@/components/calls/desk-frame'
import { DigitalChoice } from '@/components/calls/digital-choice'
import { callOf, hasConversation } from '@/components/calls/draft'
import { LeaseNotice } from '@/components/calls/lease-notice'
import { NeedsChoice } from '@/components/calls/needs-choice'
import { OutcomeChoice } from '@/components/calls/outcome-choice'
import { SaveBar } from '@/components/calls/save-bar'
import { forgetDraft, useAwake, useDraft } from '@/components/calls/use-draft'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { type FormState, IDLE } from '@/lib/form-state'
import type { CallOutcome } from '@/prisma/client/enums'

const load = () => import('@/components/calls/outcome-details')
const OutcomeDetails = lazy(async () => ({ default: (await load()).OutcomeDetails }))

/** How the call ended. Drawn anew once the browser is awake, with the draft it kept, and for each call to a firm. */
export function OutcomePane({ facts }: { facts: CallFacts }) {
  const awake = useAwake()
  return <OutcomeForm key={`${facts.assignmentId}.${facts.version}.${awake}`} facts={facts} awake={awake} />
}

function OutcomeForm({ facts, awake }: { facts: CallFacts; awake: boolean }) {
  const t = useTranslations('calls')
  const { save, say } = useDesk()
  const dialled = useDialled()
  const { assignmentId, userId, visitMinutes } = facts
  const { draft, change } = useDraft(assignmentId, { userId, visitMinutes, reason: t('stop.preset') }, awake)
  const [state, setState] = useState<FormState>(IDLE)
  const { outcome } = draft
  const form = useRef<HTMLFormElement>(null)
  const [lost, setLost] = useState(false)
  // Not for the first sight of the desk, but there before somebody answers.
  useEffect(() => void load(), [])
  const rejected = state.status === 'rejected' ? state : null
  const errors = rejected?.fieldErrors ?? {}

  // What could not be sent goes by itself when the connection is back; the id is the same, so twice is once.
  useEffect(() => {
    if (!lost) return
    const again = () => form.current?.requestSubmit()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [lost])
  // Kept with the draft: the clock goes on over a reload. A number dialled anew starts a new call.
  const { at: dialledAt, number: dialledNumber } = dialled
  useEffect(() => {
    if (dialledAt) change({ dialledAt, phone: dialledNumber, seconds: undefined })
  }, [dialledAt, dialledNumber, change])

  const choose = (chosen: CallOutcome) => {
    const seconds = draft.dialledAt ? Math.round((Date.now() - draft.dialledAt) / 1000) : undefined
    const { phone } = draft
    const wrong = chosen === 'wrong_number' ? (phone ?? facts.numbers[0]) : phone
    change({ outcome: chosen, seconds: draft.seconds ?? seconds, phone: wrong })
    say(t('outcome.chosen', { outcome: t(`outcomesFull.${chosen}`) }))
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    // After a conflict the person has seen what the other saved: the newer version goes along.
    const call = callOf(draft, assignmentId, rejected?.conflict?.version ?? facts.version)
    save(call, outcome ? t(`outcomesFull.${outcome}`) : '', (next, isLost) => {
      setLost(isLost === true)
      if (next.status === 'saved') forgetDraft(userId, assignmentId)
      setState(translated(next, t))
    })
  }
  return (
    <form
      ref={form}
      data-outcome
      noValidate
      onSubmit={send}
      aria-label={t('outcome.label')}
      className="flex min-h-0 min-w-0 flex-col border-t border-border bg-surface wide:border-t-0 wide:border-l"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2.75 overflow-y-auto px-4 pt-3.5 pb-3">
        <FormNotice state={state} labels={fieldLabels(t)} />
        <OutcomeChoice
          value={outcome}
          onChange={choose}
          aside={draft.dialledAt && <CallTimer since={draft.dialledAt} seconds={draft.seconds} />}
        />
        {outcome && (
          <Suspense>
            <OutcomeDetails outcome={outcome} facts={facts} draft={draft} change={change} errors={errors} />
          </Suspense>
        )}
        {hasConversation(outcome) && (
          <>
            <NeedsChoice types={facts.needTypes} needs={draft.needs} onChange={change} />
            <DigitalChoice value={draft.digitalLevel} onChange={change} error={errors.digitalLevel} />
          </>
        )}
        <div data-focus-key="N">
          <TextField
            label={t('note')}
            name="note"
            multiline
            rows={2}
            value={draft.note}
            onChange={(note) => change({ note })}
            error={errors.note}
            maxLength={2000}
          />
        </div>
        <LeaseNotice assignmentId={assignmentId} until={facts.leaseUntil} draftAt={draft.savedAt} />
      </div>
      <SaveBar assignmentId={assignmentId} />
    </form>
  )
}

type Translate = ReturnType<typeof useTranslations<'calls'>>

const FIELDS = ['outcome', 'callbackAt', 'appointment', 'digitalLevel', 'reason', 'phone', 'note', 'state'] as const
const PERSON = ['name', 'role', 'phone'] as const

function fieldLabels(t: Translate): Record<string, string> {
  const person = PERSON.map((field) => [`contact.${field}`, t(`contact.${field}`)])
  return Object.fromEntries([...FIELDS.map((field) => [field, t(`fields.${field}`)]), ...person])
}

/** What a colleague did meanwhile comes in the words of the log; the person reads it in their own. */
function translated(state: FormState, t: Translate): FormState {
  if (state.status !== 'rejected' || !state.conflict) return state
  const word = (field: string, theirs: string | null) => {
    if (field === 'state') return t(`states.${theirs as 'to_call'}`)
    return field === 'outcome' ? t(`outcomesFull.${theirs as CallOutcome}`) : theirs
  }
  const differences = state.conflict.differences.map(({ field, theirs }) => ({ field, theirs: word(field, theirs) }))
  return { ...state, conflict: { ...state.conflict, differences } }
}

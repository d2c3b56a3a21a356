'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react'
import type { CallFacts } from '@/components/calls/call-facts'
import { useDialled } from '@/components/calls/call-state'
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
  // Not for the first sight of the desk, but there before somebody answers.
  useEffect(() => void load(), [])
  const rejected = state.status === 'rejected' ? state : null
  const errors = rejected?.fieldErrors ?? {}

  const choose = (chosen: CallOutcome) => {
    const seconds = dialled.at ? Math.round((Date.now() - dialled.at) / 1000) : undefined
    const phone = draft.phone ?? dialled.number
    const wrong = chosen === 'wrong_number' ? (phone ?? facts.numbers[0]) : phone
    change({ outcome: chosen, seconds: draft.seconds ?? seconds, phone: wrong })
    say(t('outcome.chosen', { outcome: t(`outcomesFull.${chosen}`) }))
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    // After a conflict the person has seen what the other saved: the newer version goes along.
    const call = callOf(draft, assignmentId, rejected?.conflict?.version ?? facts.version)
    save(call, outcome ? t(`outcomesFull.${outcome}`) : '', (next) => {
      if (next.status === 'saved') forgetDraft(userId, assignmentId)
      setState(translated(next, t))
    })
  }
  return (
    <form
      data-outcome
      noValidate
      onSubmit={send}
      aria-label={t('outcome.label')}
      className="flex min-h-0 min-w-0 flex-col border-t border-border bg-surface wide:border-t-0 wide:border-l"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2.75 overflow-y-auto px-4 pt-3.5 pb-3">
        <FormNotice state={state} labels={fieldLabels(t)} />
        <OutcomeChoice value={outcome} onChange={choose} />
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

function fieldLabels(t: Translate): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, t(`fields.${field}`)]))
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

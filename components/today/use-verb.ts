'use client'
import { unstable_rethrow } from 'next/navigation'
import { useState, useTransition } from 'react'
import { type FormState, IDLE } from '@/lib/form-state'

type Verb<I, R> = (state: FormState<R>, input: I) => Promise<FormState<R>>

/**
 * Sends what a person filled in to an action, keeps the refusal, and says `unsent` where the server cannot be reached:
 * what was typed stays on the screen. After a conflict, `version` is the newer one to send again with.
 */
export function useVerb<I, R>(verb: Verb<I, R>, options: { unsent: string; onSaved: (result: R) => void }) {
  const [state, setState] = useState<FormState<R>>(IDLE)
  const [isPending, startTransition] = useTransition()
  const send = (input: I) =>
    startTransition(async () => {
      try {
        const next = await verb(state, input)
        setState(next)
        if (next.status === 'saved') options.onSaved(next.result)
      } catch (error) {
        unstable_rethrow(error)
        setState({ status: 'rejected', message: options.unsent, fieldErrors: {}, values: {} })
      }
    })
  const errors: Record<string, string> = state.status === 'rejected' ? state.fieldErrors : {}
  const version = state.status === 'rejected' ? state.conflict?.version : undefined
  return { state, errors, version, isPending, send }
}

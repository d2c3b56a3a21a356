'use client'
import { type SubmitEvent, startTransition, useActionState } from 'react'
import { type FormState, IDLE } from '@/lib/form-state'

/**
 * Sends a form with what the form cannot hold (`more`) to its action, without React's reset, which would empty what was
 * typed when the server says no. `after` runs once it is saved.
 */
export function useSending<I, R>(
  action: (state: FormState<R>, input: I) => Promise<FormState<R>>,
  { more = {}, after }: { more?: object; after?: () => void } = {},
) {
  const [state, send, isPending] = useActionState<FormState<R>, I>(async (before, input) => {
    const next = await action(before, input)
    if (next.status === 'saved') after?.()
    return next
  }, IDLE)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = { ...Object.fromEntries(new FormData(event.currentTarget)), ...more } as I
    startTransition(() => send(typed))
  }
  const errors = state.status === 'rejected' ? state.fieldErrors : {}
  return { state, errors, submit, isPending }
}

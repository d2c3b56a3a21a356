'use client'
import { type SubmitEvent, startTransition, useActionState } from 'react'
import { type FormState, IDLE } from '@/lib/form-state'

type Action<R> = (state: FormState<R>, form: FormData) => Promise<FormState<R>>

/** Sends a form to its action without React's reset, which would empty what was typed when the server says no. */
export function useFormSending<R>(action: Action<R>) {
  const [state, send, isPending] = useActionState<FormState<R>, FormData>(action, IDLE)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => send(form))
  }
  const errors = state.status === 'rejected' ? state.fieldErrors : {}
  return { state, errors, submit, isPending }
}

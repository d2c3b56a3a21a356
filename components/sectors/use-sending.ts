'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type FormState, IDLE } from '@/lib/form-state'

type Action<I, R> = (state: FormState<R>, input: I) => Promise<FormState<R>>

/** Sends a draft to an action, to look or to save; a lost connection is told like a refusal, and nothing is lost. */
export function useSending() {
  const t = useTranslations('sectors')
  const [state, setState] = useState<FormState<unknown>>(IDLE)
  const [isPending, startTransition] = useTransition()
  function send<I, R>(action: Action<I, R>, input: I, onDone: (result: R) => void) {
    startTransition(async () => {
      try {
        const next = await action(IDLE, input)
        setState(next)
        if (next.status === 'saved') onDone(next.result)
      } catch (error) {
        unstable_rethrow(error)
        setState({ status: 'rejected', message: t('unsaved'), fieldErrors: {}, values: {} })
      }
    })
  }
  const errors: Record<string, string> = state.status === 'rejected' ? state.fieldErrors : {}
  return { state, errors, isPending, send }
}

'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type FormState, IDLE } from '@/lib/form-state'

/**
 * Sends something, as soon as it is known, to an action and keeps what came back; a lost connection is told like a
 * refusal, and nothing is lost.
 */
export function useCampaignVerb<I, R>(verb: (state: FormState<R>, input: I) => Promise<FormState<R>>) {
  const t = useTranslations('campaigns')
  const [state, setState] = useState<FormState<R>>(IDLE)
  const [isPending, startTransition] = useTransition()
  const send = (input: I | Promise<I>, onSaved?: (result: R) => void) =>
    startTransition(async () => {
      try {
        const next = await verb(IDLE, await input)
        setState(next)
        if (next.status === 'saved') onSaved?.(next.result)
      } catch (error) {
        unstable_rethrow(error)
        setState({ status: 'rejected', message: t('unsaved'), fieldErrors: {}, values: {} })
      }
    })
  const errors: Record<string, string> = state.status === 'rejected' ? state.fieldErrors : {}
  return { state, errors, isPending, send }
}

'use client'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormState, IDLE } from '@/lib/form-state'

type Verb<I> = (state: FormState<void>, input: I) => Promise<FormState<void>>

/** Sends something to an action and asks for the page anew; answers why it was refused, or nothing. */
export function useImportVerb() {
  const t = useTranslations('register.confirm')
  const router = useRouter()
  return async <I>(verb: Verb<I>, input: I): Promise<string | undefined> => {
    try {
      const state = await verb(IDLE, input)
      if (state.status === 'rejected') return state.message
      router.refresh()
    } catch (error) {
      unstable_rethrow(error)
      return t('unsaved')
    }
  }
}

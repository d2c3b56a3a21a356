'use client'
import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/form-state'
import { NEED_STATUSES } from '@/lib/needs/rules'

/** A refusal about a need with the fields and statuses in words. */
export function useNeedTold(state: FormState<unknown>) {
  const t = useTranslations('needs')
  const labels = {
    status: t('fields.status'),
    assigneeId: t('fields.assigneeId'),
    reason: t('move.reason'),
    answer: t('move.answer'),
  }
  if (state.status !== 'rejected' || !state.conflict) return { state, labels }
  const differences = state.conflict.differences.map(({ field, theirs }) => {
    const status = NEED_STATUSES.find((one) => field === 'status' && one === theirs)
    return { field, theirs: status ? t(`status.${status}`) : theirs }
  })
  return { state: { ...state, conflict: { ...state.conflict, differences } }, labels }
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FormState } from '@/lib/form-state'
import { formatDate, formatTime } from '@/lib/format'
import { DIGITAL_TOOLS, OBSTACLES } from '@/lib/visits/rules'

/** The refusal of a visit in the words of the form: names of fields, and what a colleague chose instead. */
export function useTold(state: FormState<unknown>) {
  const t = useTranslations('visits')
  const locale = useLocale()
  return useMemo(() => {
    const labels: Record<string, string> = {
      at: t('fields.at'),
      time: t('meeting.start'),
      day: t('meeting.day'),
      contactIds: t('fields.contacts'),
      contacts: t('fields.contacts'),
      services: t('fields.services'),
      needs: t('fields.needs'),
      minutes: t('meeting.minutes'),
      place: t('meeting.where'),
      privacyNoticeGiven: t('meeting.noticeGiven'),
      invitesConsent: t('meeting.invites'),
      digitalLevel: t('digital.level'),
      digitalTools: t('digital.tools'),
      digitalObstacle: t('digital.obstacle'),
      interest: t('sequel.interest'),
      note: t('sequel.note'),
      followUp: t('sequel.followUp'),
      followUpAt: t('sequel.day'),
      followUpDay: t('sequel.day'),
      followUpTime: t('sequel.time'),
    }
    const words: Record<string, string> = {
      true: t('page.yes'),
      false: t('page.no'),
      'place.head_office': t('meeting.place.head_office'),
      'place.local_unit': t('meeting.place.local_unit'),
      'place.online': t('meeting.place.online'),
      'digitalLevel.none': t('digital.none'),
      'digitalLevel.email': t('digital.email'),
      'digitalLevel.website': t('digital.website'),
      'followUp.none': t('sequel.none'),
      'followUp.call': t('sequel.call'),
      'followUp.visit': t('sequel.visit'),
      'interest.cold': t('sequel.cold'),
      'interest.interested': t('sequel.interested'),
      'interest.very_interested': t('sequel.very_interested'),
      ...Object.fromEntries(OBSTACLES.map((id) => [`digitalObstacle.${id}`, t(`digital.obstacles.${id}`)])),
      ...Object.fromEntries(DIGITAL_TOOLS.map((id) => [`digitalTools.${id}`, t(`digital.tool.${id}`)])),
    }
    const say = (field: string, theirs: string | null) => {
      if (theirs === null) return null
      if (!/^\d{4}-\d\d-\d\dT/.test(theirs)) return words[`${field}.${theirs}`] ?? words[theirs] ?? theirs
      const at = new Date(theirs)
      return `${formatDate(locale, at)} ${formatTime(locale, at)}`
    }
    if (state.status !== 'rejected' || !state.conflict) return { state, labels }
    const differences = state.conflict.differences.map(({ field, theirs }) => ({ field, theirs: say(field, theirs) }))
    return { state: { ...state, conflict: { ...state.conflict, differences } }, labels }
  }, [state, t, locale])
}

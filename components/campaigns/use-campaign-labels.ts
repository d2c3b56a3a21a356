'use client'
import { useTranslations } from 'next-intl'
import { RULE_NAMES } from '@/lib/calling-rules/rules'

const FIELDS = ['name', 'startsOn', 'endsOn', 'targetCalls', 'targetVisits', 'promoterIds'] as const

/** The fields of a campaign as the form calls them. */
export function useCampaignLabels(): Record<string, string> {
  const t = useTranslations('campaigns')
  return Object.fromEntries([
    ['dayParts', t('hours.dayParts')],
    ['codes', t('codes.label')],
    ['seed', t('draw.seed')],
    ...(['total', 'minimum', 'reserveFactor'] as const).map((field) => [`draw.${field}`, t(`draw.${field}`)]),
    ...FIELDS.map((field) => [field, t(`fields.${field}`)]),
    ...RULE_NAMES.map((rule) => [rule, t(`rules.${rule}`)]),
  ])
}

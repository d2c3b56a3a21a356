'use client'
import { useTranslations } from 'next-intl'
import { STRATIFIERS, type Stratifier, valuesOf } from '@/lib/draws/rules'

/** Names of sectors, size classes and municipalities by their ids. */
export type StratumNames = Record<'sector' | 'size' | 'municipality', Record<string, string>>

/** A stratum as people say it: `Metallurgia, 2–9 addetti, Latina`. */
export function useStratumLabel(by: Stratifier[], names: StratumNames): (key: string) => string {
  const t = useTranslations('campaigns.draw')
  const nameOf = (what: Stratifier, value: string) => {
    if (what === 'province') return value || t('elsewhere')
    return names[what][value] ?? (value || t('elsewhere'))
  }
  return (key) => {
    const values = valuesOf(key, by)
    const words = STRATIFIERS.flatMap((what) => (by.includes(what) ? [nameOf(what, values[what] ?? '')] : []))
    return words.join(', ') || t('all')
  }
}

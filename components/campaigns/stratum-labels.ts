import { getLocale, getTranslations } from 'next-intl/server'
import { STRATIFIERS, type Stratifier, valuesOf } from '@/lib/draws/rules'
import { filterChoices } from '@/lib/firm-search/queries'
import { nameIn } from '@/lib/i18n/name'

/** Strata as people say them, on the server: `Metallurgia, 2–9 addetti, Latina`. */
export async function stratumLabels(by: Stratifier[]): Promise<(key: string) => string> {
  const [t, firms, locale, { sectors, municipalities }] = await Promise.all([
    getTranslations('campaigns.draw'),
    getTranslations('firms.size'),
    getLocale(),
    filterChoices(),
  ])
  const sector = new Map(sectors.map((one) => [one.id, nameIn(locale, one)]))
  const place = new Map(municipalities.map(({ istatCode, name }) => [istatCode, name]))
  const words: Record<Stratifier, (value: string) => string> = {
    sector: (value) => sector.get(value) ?? value,
    size: (value) => firms(value as 'unknown'),
    municipality: (value) => place.get(value) ?? t('elsewhere'),
    province: (value) => value || t('elsewhere'),
  }
  return (key) => {
    const values = valuesOf(key, by)
    const said = STRATIFIERS.filter((one) => by.includes(one)).map((one) => words[one](values[one] ?? ''))
    return said.join(', ') || t('all')
  }
}

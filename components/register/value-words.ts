import { getLocale, getTranslations } from 'next-intl/server'
import { formatEuro } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { sectorNames } from '@/lib/register/queries'

/** How a value of the register is said on the screen, whatever field it is of. */
export async function valueWords(): Promise<(field: string, value: unknown) => string> {
  const [t, locale, sectors] = await Promise.all([getTranslations('register'), getLocale(), sectorNames()])
  const byId = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))

  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('values.none')
    if (typeof value === 'boolean') return t(value ? 'values.yes' : 'values.no')
    if (Array.isArray(value)) {
      const [first, ...rest] = value.map(String)
      if (first === undefined) return t('values.none')
      return rest.length ? t('values.more', { first, count: rest.length }) : first
    }
    const text = String(value)
    if (field === 'sectorId') return byId.get(text) ?? text
    if (field === 'status') return t(`statuses.${text}` as 'statuses.active')
    if (field === 'sizeClass') return t(`sizes.${text}` as 'sizes.unknown')
    if (field === 'atecoVersion') return text.replace('ateco_', '')
    if (field === 'capitalEuro') return formatEuro(locale, Number(text))
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    return day ? `${day[3]}/${day[2]}/${day[1]}` : text
  }
}

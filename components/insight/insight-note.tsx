import { getLocale, getTranslations } from 'next-intl/server'
import { askedFilter, type Params } from '@/components/insight/asked'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import { readRegister } from '@/lib/insight/queries'

/** When the numbers were read, and where they come from. */
export async function InsightNote({ params }: { params: Params }) {
  const [t, locale, filter] = await Promise.all([getTranslations('insight'), getLocale(), askedFilter(params)])
  const { total } = await readRegister(filter)
  const now = new Date()
  return t('note', {
    date: formatDate(locale, now, 'day'),
    time: formatTime(locale, now),
    firms: formatNumber(locale, total),
  })
}

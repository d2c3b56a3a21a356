import { type Params, panelContext } from '@/components/insight/asked'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import { readRegister } from '@/lib/insight/queries'

/** When the numbers were read, and where they come from. */
export async function InsightNote({ params }: { params: Params }) {
  const { t, locale, filter } = await panelContext(params)
  const { total } = await readRegister(filter)
  const now = new Date()
  return t('note', {
    date: formatDate(locale, now, 'long'),
    time: formatTime(locale, now),
    firms: formatNumber(locale, total),
  })
}

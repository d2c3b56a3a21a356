import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/lib/format'
import { FEWEST_FOR_CERTAINTY } from '@/lib/statistics/showing'

/** Says that a panel rests on few visits. */
export async function Indicative({ visited }: { visited: number }) {
  if (visited === 0 || visited >= FEWEST_FOR_CERTAINTY) return null
  const [t, locale] = await Promise.all([getTranslations('insight'), getLocale()])
  return (
    <>
      {' '}
      <span className="inline-block rounded-s bg-warn-tint px-1.5 text-small text-warn-text">
        {t('indicative', { n: visited, count: formatNumber(locale, visited) })}
      </span>
    </>
  )
}

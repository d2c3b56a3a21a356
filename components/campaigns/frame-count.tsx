import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/lib/format'
import type { CountedFrame } from '@/lib/frames/queries'
import { PLACES } from '@/lib/frames/rules'

/** How many firms the filters leave, and why others stay out. */
export async function FrameCount({ frame, months }: { frame: Promise<CountedFrame>; months: number }) {
  const [t, locale, { counts }] = await Promise.all([getTranslations('campaigns.frame'), getLocale(), frame])
  const shown = (count: number) => formatNumber(locale, count)
  const out = PLACES.flatMap((place) => (place !== 'listed' && counts[place] > 0 ? [place] : []))
  return (
    <div role="status">
      <p className="text-panel font-semibold">{t('listed', { count: counts.listed, shown: shown(counts.listed) })}</p>
      {out.length > 0 && (
        <p className="text-table text-text-2">
          {t('out')} {out.map((place) => t(place, { shown: shown(counts[place]), months })).join(', ')}.
        </p>
      )}
    </div>
  )
}

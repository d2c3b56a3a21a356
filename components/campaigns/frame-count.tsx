import { getLocale, getTranslations } from 'next-intl/server'
import { RULE_DEFAULTS } from '@/lib/calling-rules/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { formatNumber } from '@/lib/format'
import { frameOf } from '@/lib/frames/queries'
import { PLACES } from '@/lib/frames/rules'

/** How many firms the filters leave, and why others stay out. */
export async function FrameCount({ filter }: { filter: FirmFilter }) {
  const [t, locale, { counts }] = await Promise.all([
    getTranslations('campaigns.frame'),
    getLocale(),
    frameOf({ filter, coolOffMonths: RULE_DEFAULTS.coolOffMonths }),
  ])
  const shown = (count: number) => formatNumber(locale, count)
  const out = PLACES.flatMap((place) => (place !== 'listed' && counts[place] > 0 ? [place] : []))
  return (
    <div role="status">
      <p className="text-panel font-semibold">{t('listed', { count: counts.listed, shown: shown(counts.listed) })}</p>
      {out.length > 0 && (
        <p className="text-table text-text-2">
          {t('out')} {out.map((place) => t(place, { shown: shown(counts[place]) })).join(', ')}.
        </p>
      )}
      <p className="text-small text-text-3">{t('order')}</p>
    </div>
  )
}

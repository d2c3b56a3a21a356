import { useLocale, useTranslations } from 'next-intl'
import { Meter } from '@/components/ui/meter'
import type { CampaignProgress } from '@/lib/campaigns/queries'
import { formatNumber, formatShare } from '@/lib/format'

/** Under so many firms a share says nothing. */
const LEAST_FOR_SHARE = 10

/** How far a campaign is: what was listed and tried, and what was reached of its targets. */
export function CampaignFigures({ progress }: { progress: CampaignProgress }) {
  const t = useTranslations('campaigns.figures')
  const locale = useLocale()
  const { listed, tried, contacted, visited, targetCalls, targetVisits } = progress
  const share = listed >= LEAST_FOR_SHARE ? t('ofListed', { share: formatShare(locale, tried / listed) }) : undefined
  const aim = (target: number) => (target ? t('target', { target: formatNumber(locale, target) }) : t('noTarget'))
  const figures = [
    { name: 'listed', value: listed },
    { name: 'tried', value: tried, note: share, of: listed },
    { name: 'contacted', value: contacted, note: aim(targetCalls), of: targetCalls },
    { name: 'visited', value: visited, note: aim(targetVisits), of: targetVisits },
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-4">
      {figures.map((figure) => {
        const { name, value } = figure
        const of = 'of' in figure ? figure.of : 0
        return (
          <div key={name} className="min-w-0">
            <dt className="text-small text-text-2">{t(name)}</dt>
            <dd>
              <span className="text-tile font-semibold">{formatNumber(locale, value)}</span>{' '}
              {'note' in figure && <span className="text-small text-text-2">{figure.note}</span>}
              {of > 0 && <Meter value={value / of} label={t(name)} className="mt-1 h-1" />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

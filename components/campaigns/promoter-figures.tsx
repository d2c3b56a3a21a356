import { getLocale, getTranslations } from 'next-intl/server'
import { WordTable } from '@/components/campaigns/word-table'
import { Card } from '@/components/ui/card'
import { promoterFigures } from '@/lib/fieldwork/queries'
import { formatNumber } from '@/lib/format'

/** Who called and visited how much, where the Chamber shows it; else nothing at all. */
export async function PromoterFigures({ campaignId }: { campaignId: string }) {
  const [t, locale, people] = await Promise.all([
    getTranslations('campaigns.promoterFigures'),
    getLocale(),
    promoterFigures(campaignId),
  ])
  if (!people) return null
  const rows = people.map(({ id, name, calls, contacted, visits }) => {
    return { key: id, name, cells: [calls, contacted, visits].map((count) => formatNumber(locale, count)) }
  })
  return (
    <Card id="by-promoter" title={t('title')}>
      <WordTable
        caption={t('caption')}
        head={t('head')}
        columns={[t('calls'), t('contacted'), t('visits')]}
        rows={rows}
      />
    </Card>
  )
}

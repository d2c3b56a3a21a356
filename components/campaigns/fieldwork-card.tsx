import { getLocale, getTranslations } from 'next-intl/server'
import { FieldRates } from '@/components/campaigns/field-rates'
import { stratumLabels } from '@/components/campaigns/stratum-labels'
import { WordTable } from '@/components/campaigns/word-table'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import type { Stratifier } from '@/lib/draws/rules'
import { fieldworkOf } from '@/lib/fieldwork/queries'
import { added, type FieldCounts, fieldRates } from '@/lib/fieldwork/rules'
import { formatNumber, formatShare } from '@/lib/format'
import { showShare } from '@/lib/statistics/showing'

const SHOWN = ['drawn', 'tried', 'contacted', 'refused', 'unreached', 'visited', 'reserves'] as const
const RATES = ['contact', 'cooperation', 'refusal'] as const

type FieldworkCardProps = { campaignId: string; drawn: boolean; by: Stratifier[] }

/** How far the calling is, by stratum or sector and in all, with the profession's rates. */
export async function FieldworkCard({ campaignId, drawn, by }: FieldworkCardProps) {
  const [t, locale, rows, labelOf] = await Promise.all([
    getTranslations('campaigns.field'),
    getLocale(),
    fieldworkOf(campaignId),
    stratumLabels(drawn ? by : ['sector']),
  ])
  const total = added(rows)
  const columns = [...SHOWN.filter((name) => drawn || name !== 'reserves'), ...RATES]
  const cellsOf = (counts: FieldCounts) => [
    ...SHOWN.filter((name) => drawn || name !== 'reserves').map((name) => formatNumber(locale, counts[name])),
    ...RATES.map((rate) => {
      const { n, of } = fieldRates(counts)[rate]
      return showShare(of) ? formatShare(locale, n / of, 0) : t('ofFew', { n, of })
    }),
  ]
  const lines = rows.map((row) => ({ key: row.key, name: labelOf(row.key), cells: cellsOf(row) }))
  // Strata as one looks for them, 2–9 before 10–49; sectors stay in the order the Chamber gave them.
  if (drawn) lines.sort((a, b) => a.name.localeCompare(b.name, locale, { numeric: true }))
  const all = { key: 'total', name: t('total'), cells: cellsOf(total) }
  return (
    <Card id="field" title={t('title')} className="desk:col-span-2">
      {rows.length === 0 ? (
        <Empty title={t('empty')} />
      ) : (
        <>
          <FieldRates counts={total} />
          <div className="mt-3">
            <WordTable
              caption={t(drawn ? 'byStratum' : 'bySector')}
              head={t(drawn ? 'stratum' : 'sector')}
              columns={columns.map((name) => t(`columns.${name}`))}
              rows={rows.length === 1 ? [all] : [...lines, all]}
            />
          </div>
        </>
      )}
    </Card>
  )
}

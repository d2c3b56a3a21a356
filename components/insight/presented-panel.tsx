import { ChartCard } from '@/components/charts/chart-card'
import { ShareBars } from '@/components/charts/share-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { brief } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import { presentedSentence } from '@/lib/insight/sentences'
import { readPresented } from '@/lib/presented/queries'
import { presentedTable } from '@/lib/presented/tables'

/** The services presented most; the others are in the table. */
const MOST = 8
const ASKED = ['known', 'used', 'interested'] as const
const LOOK = { known: 'bg-s5', used: 'bg-s6', interested: 'bg-c5' }

/** Services presented, and how many firms knew and used each before: what the programme has made known. */
export async function PresentedPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const rows = await readPresented(filter)
  const number = (value: number) => formatNumber(locale, value)
  return (
    <ChartCard
      id="presented"
      title={t('presented.title')}
      className={className}
      reading={presentedSentence(t, locale, rows)}
      chart={
        rows.length === 0 ? (
          <NothingYet filter={filter} className="h-65" />
        ) : (
          <ShareBars
            head={ASKED.map((answer) => [t(`presented.${answer}`), LOOK[answer]])}
            rows={rows.slice(0, MOST).map((row) => ({
              key: row.id,
              name: nameIn(locale, row),
              base: t('presented.to', { n: row.presented, count: number(row.presented) }),
              of: behindQuery({ service: row.id, answer: 'presented' }),
              shares: ASKED.map((answer) => [
                behindQuery({ service: row.id, answer }),
                row[answer],
                row[`${answer}Asked`],
              ]),
            }))}
          />
        )
      }
      tables={[brief(presentedTable(t, locale, rows))]}
    />
  )
}

import { ChartCard } from '@/components/charts/chart-card'
import { ShareBars } from '@/components/charts/share-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { behindQuery } from '@/lib/insight/schema'
import { presentedSentence } from '@/lib/insight/sentences'
import { readPresented } from '@/lib/presented/queries'
import { presentedTable } from '@/lib/presented/tables'
import { showShare } from '@/lib/statistics/showing'

/** The services presented most; the others are in the table. */
const MOST = 8
const LOOK = { known: 'bg-s5', used: 'bg-s6', interested: 'bg-c5' }

/** Services presented, and how many firms knew and used each before: what the programme has made known. */
export async function PresentedPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const rows = await readPresented(filter)
  const number = (value: number) => formatNumber(locale, value)
  const bar = (answer: keyof typeof LOOK, some: number, all: number, service: string) => {
    const share = showShare(all) ? some / all : null
    const counts = t('of', { some: number(some), all: number(all) })
    const text = share === null ? counts : `${formatShare(locale, share, 0)} · ${counts}`
    return { key: answer, of: behindQuery({ service, answer }), share, text, look: LOOK[answer] }
  }
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
            head={[t('presented.known'), t('presented.used'), t('presented.interested')]}
            rows={rows.slice(0, MOST).map((row) => ({
              key: row.id,
              name: nameIn(locale, row),
              base: t('presented.to', { n: row.presented, count: number(row.presented) }),
              of: behindQuery({ service: row.id, answer: 'presented' }),
              bars: [
                bar('known', row.known, row.knownAsked, row.id),
                bar('used', row.used, row.usedAsked, row.id),
                bar('interested', row.interested, row.interestedAsked, row.id),
              ],
            }))}
          />
        )
      }
      tables={[presentedTable(t, locale, rows)]}
    />
  )
}

import { ChartCard } from '@/components/charts/chart-card'
import { FirmsLink } from '@/components/charts/firms-link'
import { OfflineRows } from '@/components/charts/offline-rows'
import { StackedBar } from '@/components/charts/stacked-bar'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { readLevels } from '@/lib/digital/queries'
import { LEVELS, leastConnected, levelShares, levelsBySector } from '@/lib/digital/rules'
import { digitalTables } from '@/lib/digital/tables'
import { formatNumber, formatShare } from '@/lib/format'
import { brief } from '@/lib/insight/figures'
import { insightChoices } from '@/lib/insight/queries'
import { behindQuery } from '@/lib/insight/schema'
import { digitalSentence, shareOf } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'
import { weighing } from '@/lib/weighting/queries'

const LOOK = { email: 'bg-s5', website: 'bg-s6', none: 'bg-c2' }

export async function DigitalPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [counts, { sectors }, weigh] = await Promise.all([
    readLevels(filter),
    insightChoices(),
    weighing(filter, 'answered'),
  ])
  const shares = levelShares(counts, weigh)
  const n = shares[0]?.n ?? 0
  const shown = showShare(n)
  const number = (value: number) => formatNumber(locale, value)
  const rows = shares.map(({ level, firms, share }) => ({
    key: level,
    share: share ?? 0,
    name: t(`digital.levels.${level}`),
    of: behindQuery({ level }),
    firmsText: t('digital.firmCount', { n: firms, count: number(firms) }),
    hasShare: shown && share !== null,
    brief: shown && share !== null ? formatShare(locale, share, 0) : number(firms),
  }))
  const bySector = levelsBySector(counts, weigh)
  const tables = digitalTables(t, locale, shares, bySector, sectors).map(brief)
  const base = tables[0]?.caption ?? ''
  const least = leastConnected(bySector).flatMap(
    ({ sectorId }) => tables[1]?.rows.find(({ of }) => of === behindQuery({ level: 'none', row: sectorId })) ?? [],
  )
  const [email, website, offline] = LEVELS.map((level) => rows.find(({ key }) => key === level)?.brief ?? '')
  const label = t('digital.bar', { email: email ?? '', website: website ?? '', offline: offline ?? '' })
  const chart =
    n === 0 ? (
      <NothingYet filter={filter} className="h-50" />
    ) : (
      <>
        <StackedBar label={label} parts={rows.map(({ key, share }) => ({ key, share, look: LOOK[key] }))} />
        <dl className="mt-3 grid grid-cols-[auto_auto_auto] justify-between gap-x-3">
          {rows.map((row) => (
            <div key={row.key} className="flex flex-col justify-end">
              <dt className="flex items-center gap-1.5 text-small/4.5 text-text-2">
                <span aria-hidden className={`size-2.5 rounded-[2px] ${LOOK[row.key]}`} />
                {row.name}
              </dt>
              <dd>
                {row.hasShare && <b className="block text-h1 font-semibold">{row.brief}</b>}
                <FirmsLink of={row.of} className="firms-link text-small text-text-3">
                  {row.firmsText}
                </FirmsLink>
              </dd>
            </div>
          ))}
        </dl>
        {least.length > 0 && (
          <>
            <h3 className="mt-3 mb-1 border-t border-border pt-2.5 text-small font-semibold text-text-2">
              {t('digital.least')}
            </h3>
            <OfflineRows rows={least} />
          </>
        )}
        <p className="mt-2.5 text-small text-text-3">{base}</p>
      </>
    )
  return (
    <ChartCard
      id="digital"
      phone="chart"
      title={t('digital.title')}
      className={className}
      reading={digitalSentence(t, locale, shares, shareOf(filter))}
      chart={chart}
      tables={tables}
    />
  )
}

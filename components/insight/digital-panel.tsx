import { ChartCard } from '@/components/charts/chart-card'
import { FirmsLink } from '@/components/charts/firms-link'
import { StackedBar } from '@/components/charts/stacked-bar'
import { type Params, panelContext } from '@/components/insight/asked'
import { NothingYet } from '@/components/insight/nothing-yet'
import { readLevels } from '@/lib/digital/queries'
import { LEVELS, leastConnected, levelShares, levelsBySector } from '@/lib/digital/rules'
import { digitalTables } from '@/lib/digital/tables'
import { formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { behindQuery } from '@/lib/insight/schema'
import { digitalSentence } from '@/lib/insight/sentences'
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
  const names = new Map(sectors.map((sector) => [sector.id, nameIn(locale, sector)]))
  const bySector = levelsBySector(counts, weigh)
  const tables = digitalTables(t, locale, shares, bySector, sectors)
  const base = tables[0]?.caption ?? ''
  const least = leastConnected(bySector)
  const [email, website, offline] = LEVELS.map((level) => rows.find(({ key }) => key === level)?.brief ?? '')
  const label = t('digital.bar', { email: email ?? '', website: website ?? '', offline: offline ?? '' })
  const chart =
    n === 0 ? (
      <NothingYet filter={filter} className="h-50" />
    ) : (
      <>
        <StackedBar label={label} parts={rows.map(({ key, share }) => ({ key, share, look: LOOK[key] }))} />
        <dl className="mt-3 flex flex-wrap justify-between gap-x-3 gap-y-2">
          {rows.map((row) => (
            <div key={row.key}>
              <dt className="flex items-center gap-1.5 text-small/4.5 text-text-2">
                <span aria-hidden className={`size-2.5 rounded-[2px] ${LOOK[row.key]}`} />
                {row.name}
              </dt>
              <dd>
                {row.hasShare && <b className="block text-h1 font-semibold">{row.brief}</b>}
                <FirmsLink of={row.of} className="text-small text-text-3 underline underline-offset-2">
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
            <ul>
              {least.map(({ sectorId, n: all, byLevel, offline }) => (
                <li
                  key={sectorId}
                  className="grid h-6 grid-cols-[7rem_minmax(0,1fr)_2.5rem_4.5rem] items-center gap-2 text-table"
                >
                  <FirmsLink
                    of={behindQuery({ level: 'none', row: sectorId })}
                    className="truncate text-text no-underline hover:underline"
                  >
                    {names.get(sectorId)}
                  </FirmsLink>
                  <span aria-hidden className="h-2 overflow-hidden rounded-[2px] bg-fill">
                    <span className="block h-full bg-c2" style={{ width: `${(offline?.share ?? 0) * 100}%` }} />
                  </span>
                  <b className="text-right font-semibold">{formatShare(locale, offline?.share ?? 0, 0)}</b>
                  <span className="text-right text-small text-text-3">
                    {t('of', { some: number(byLevel.none), all: number(all) })}
                  </span>
                </li>
              ))}
            </ul>
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
      reading={digitalSentence(t, locale, shares)}
      chart={chart}
      tables={tables}
    />
  )
}

import { ChangeBars } from '@/components/charts/change-bars'
import { ChartCard } from '@/components/charts/chart-card'
import { askedSecond, type Params, panelContext } from '@/components/insight/asked'
import { readSides } from '@/lib/comparison/queries'
import { compareSides } from '@/lib/comparison/rules'
import { changeGap, changeOf, compareBasis, compareSentence, compareTable, sideNames } from '@/lib/comparison/tables'
import { brief } from '@/lib/insight/figures'
import { insightChoices } from '@/lib/insight/queries'
import { rankedTypes } from '@/lib/ranking/queries'

/** Two campaigns or two periods side by side; nothing where the address names only one. */
export async function ComparePanel({ params, className }: { params: Params; className?: string }) {
  const [{ t, locale, filter }, other] = await Promise.all([panelContext(params), askedSecond(params)])
  if (!other) return null
  const [sides, types, { campaigns }] = await Promise.all([readSides(filter, other), rankedTypes(), insightChoices()])
  const names = sideNames(t, locale, campaigns, [filter, other])
  const lines = compareSides(sides, types)
  const table = brief(compareTable(t, locale, lines, names))
  return (
    <ChartCard
      id="compare"
      title={t('compare.title')}
      className={className}
      reading={compareSentence(t, locale, lines)}
      chart={
        <>
          <ChangeBars
            table={table}
            head={[t('compare.what'), ...names, t('compare.change')]}
            gaps={Object.fromEntries(
              lines.flatMap((line) =>
                line.change ? [[changeOf(line, false), changeGap(t, locale, line.change)]] : [],
              ),
            )}
            clear={lines.filter(({ clear }) => clear).map((line) => changeOf(line, false))}
          />
          <p className="mt-2 text-small text-text-3">
            {compareBasis(t, locale, lines, { asked: filter.weighted, weighted: sides.weighted ?? false })}{' '}
            {t('compare.note')}
          </p>
        </>
      }
      tables={[table]}
    />
  )
}

import { ChartCard } from '@/components/charts/chart-card'
import { type IntervalMark, IntervalPlot } from '@/components/charts/interval-plot'
import { type Params, panelContext } from '@/components/insight/asked'
import { Indicative } from '@/components/insight/indicative'
import { NothingYet } from '@/components/insight/nothing-yet'
import { compareGroups, type GroupShare, SIDES } from '@/lib/groups/rules'
import { groupTables } from '@/lib/groups/tables'
import { nameIn } from '@/lib/i18n/name'
import { brief, formatPoints, formatPointsInterval, short } from '@/lib/insight/figures'
import { behindQuery, type Group } from '@/lib/insight/schema'
import { groupSentence, type TypeRow } from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { baseOf } from '@/lib/ranking/rules'
import { weighing } from '@/lib/weighting/queries'

/** Young, female and foreign-owned firms: what each asks for more or less than the others. */
export async function GroupsPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const [cells, types, weigh] = await Promise.all([readCells(filter), rankedTypes(), weighing(filter)])
  const groups = compareGroups(cells, types, weigh)
  const n = baseOf(cells)
  const mark = (name: string, group: Group, of: GroupShare, type: TypeRow): IntervalMark => ({
    name,
    of: behindQuery({ group, need: type.id }),
    firms: of.firms,
    n: of.n,
    found: of.share !== null && of.interval ? [short(of.share), short(of.interval[0]), short(of.interval[1])] : null,
  })
  const plots = groups.flatMap(({ flag, shown }) => {
    if (!shown || shown.group.n + shown.others.n === 0) return []
    const name = t(`groups.${flag}`)
    const need = nameIn(locale, shown.type)
    const { reading } = shown
    const [group, others] = SIDES[flag]
    return {
      key: flag,
      title: t('groups.on', { group: name, need }),
      label: t('groups.plot', { group: name, need }),
      marks: [mark(name, group, shown.group, shown.type), mark(t('groups.others'), others, shown.others, shown.type)],
      gap:
        reading.kind === 'few'
          ? null
          : t('groups.gap', {
              points: formatPoints(locale, reading.difference),
              interval: formatPointsInterval(locale, reading.interval),
            }),
    }
  })
  return (
    <ChartCard
      id="groups"
      phone="chart"
      title={t('groups.title')}
      className={className}
      reading={
        <>
          {groupSentence(t, locale, groups)}
          <Indicative visited={n} />
        </>
      }
      chart={
        plots.length === 0 ? (
          <NothingYet filter={filter} className="h-50" />
        ) : (
          <div className="grid gap-x-8 gap-y-3 wide:grid-cols-3">
            {plots.map(({ key, title, label, marks, gap }) => (
              <div key={key}>
                <h3 className="text-small font-semibold text-text-2">
                  {title}
                  {gap && <span className="block font-normal text-text-3">{gap}</span>}
                </h3>
                <IntervalPlot label={label} marks={marks} />
              </div>
            ))}
          </div>
        )
      }
      tables={groupTables(t, locale, groups).map(brief)}
    />
  )
}

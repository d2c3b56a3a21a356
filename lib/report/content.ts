import 'server-only'
import { chamberName } from '@/lib/chamber/queries'
import { sideName } from '@/lib/comparison/tables'
import { readLevels } from '@/lib/digital/queries'
import { type LevelCount, levelShares } from '@/lib/digital/rules'
import { formatDate, formatNumber, formatShare, theShare } from '@/lib/format'
import { compareGroups } from '@/lib/groups/rules'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices, readableFilter, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { isCoverage, shownShare } from '@/lib/insight/rules'
import { FLAGS, type InsightFilter, otherSide, type Step, secondFilter } from '@/lib/insight/schema'
import * as say from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { type Cell, rank } from '@/lib/ranking/rules'
import { type ChapterContext, onlyIf } from '@/lib/report/chapter'
import { chapterOf } from '@/lib/report/chapters'
import { isFew, KEPT_BACK } from '@/lib/report/keep-back'
import type { Report } from '@/lib/report/model'
import { toldGroups, toldRanking } from '@/lib/report/needs'
import type { ReportWish } from '@/lib/report/schema'
import { tellingOf } from '@/lib/report/telling'
import { type ReportWords, reportWords } from '@/lib/report/words'
import { readWork } from '@/lib/report/work'
import { gate } from '@/lib/session'
import { showShare } from '@/lib/statistics/showing'
import { dateColumn, dayOf } from '@/lib/today/rules'
import { readStrata, weighing } from '@/lib/weighting/queries'

/**
 * The report for the board, as it is printed: the figures of the insight page under its filter, without personal data
 * and without a cell of fewer than five firms. The filter by promoter does not apply: it names people.
 */
export async function readReport(wish: ReportWish, raw: unknown, now = new Date()): Promise<Report> {
  const actor = await gate('insight.read')
  const { lang: locale } = wish
  const filter: InsightFilter = { ...(await readableFilter(raw)), promoter: [] }
  const second = secondFilter(filter, otherSide.parse(raw))
  const [{ insight: t, report: r }, reach, cells, levels, needs, register, choices, work, chamber] = await Promise.all([
    reportWords(locale),
    readReach(filter),
    readCells(filter),
    readLevels(filter),
    readNeedTotals(filter, now),
    readRegister(filter),
    insightChoices(),
    readWork(filter),
    chamberName(),
  ])
  const [visited, answered] = await Promise.all([weighing(filter), weighing(filter, 'answered')])
  const weigh = { visited, answered }
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const count = (value: number) => (isFew(value) ? KEPT_BACK : number(value))
  const enough = showShare(reach.visited)
  const telling = tellingOf({ reach, cells, levels })
  const context: ChapterContext = { t, r, locale, filter, second, telling, weigh }
  const chapters = enough ? await Promise.all(wish.chapter.map((id) => chapterOf(id, context))) : []
  const title = wish.title ?? r('defaultTitle')
  const date = formatDate(locale, now, 'day')
  const against = second && sideName(t, locale, choices.campaigns, second)
  const filters = [
    ...filterFacts(filter, choices, t, r, locale),
    ...(against ? [[r('facts.against'), against] as [string, string]] : []),
  ]
  const period = periodOf(filter, work, locale, r)
  const n = r('n', { n: reach.visited, count: count(reach.visited) })
  const told = (step: Step, value: number | null) => (telling.steps.has(step) ? value : null)
  const contacted = telling.steps.has('contacted') ? number(reach.contacted) : KEPT_BACK
  const coverage = told('contacted', shownShare(reach.contacted, register.described))
  const seen = told('contacted', shownShare(reach.visited, reach.contacted))
  const rate = told('tried', told('contacted', shownShare(reach.contacted, reach.tried)))
  const share = (value: number | null) => (value === null ? KEPT_BACK : formatShare(locale, value))
  const ofRecorded = (value: number) =>
    isFew(value) ? '' : t('kpi.ofRecorded', { share: share(shownShare(value, needs.recorded)) })
  return {
    lang: locale,
    title,
    chamber,
    facts: [
      [r('facts.period'), period],
      ...filters,
      [r('facts.author'), wish.author ?? actor.name],
      [r('facts.date'), date],
      [r('facts.base'), n],
    ],
    summaryTitle: r('summary'),
    summary: enough
      ? [
          r('reach', {
            contacted,
            share: coverage === null ? KEPT_BACK : theShare(locale, coverage),
            register: number(register.described),
            visited: number(reach.visited),
            ofContacted: share(seen),
            people: work.people,
          }),
          ...(await keySentences(context, cells, levels)),
          ...(filter.weighted ? [r('weighted')] : []),
        ]
      : [r('tooFew')],
    figures: [
      {
        label: t('kpi.contacted'),
        value: contacted,
        note: coverage === null ? KEPT_BACK : say.coverageSentence(t, locale, coverage),
      },
      { label: t('kpi.visited'), value: count(reach.visited), note: t('kpi.ofContacted', { share: share(seen) }) },
      { label: t('kpi.needs'), value: count(needs.recorded), note: '' },
      { label: t('kpi.takenUp'), value: count(needs.takenUp), note: ofRecorded(needs.takenUp) },
      { label: t('kpi.met'), value: count(needs.met), note: ofRecorded(needs.met) },
    ],
    chapters: chapters.filter((chapter) => chapter !== null),
    methodTitle: r('method.title'),
    method: [
      filter.weighted
        ? say.weightSentence(
            t,
            locale,
            { n: reach.visited, count: count(reach.visited) },
            await readStrata(filter.campaign[0] ?? ''),
          )
        : r('method.base', { n: reach.visited, count: count(reach.visited) }),
      r('method.contacted'),
      r('method.rate', { share: share(rate) }),
      r('method.digital'),
      r('method.intervals'),
      r('method.differences'),
      ...(second ? [r('method.paired')] : []),
      ...(isCoverage(choices.campaigns, filter) ? [t('method.coverage')] : []),
      r('method.keptBack', { mark: KEPT_BACK }),
      r('method.sources', { date: formatDate(locale, now, 'long'), firms: number(register.total) }),
    ],
    foot: [chamber, brief(title), date, n, ...filters.map(([name, value]) => `${name}: ${brief(value)}`)].join(' – '),
    page: (page, pages) => r('page', { page, pages }),
    fileName: `${r('fileName')}-${dayOf(now)}`,
  }
}

/** As much of a name as fits the foot of a page beside all the others; whole, it stands on the cover. */
const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** The first need, what young firms ask for, the digital level. */
async function keySentences(context: ChapterContext, cells: Cell[], levels: LevelCount[]): Promise<string[]> {
  const { t, locale, weigh, telling } = context
  const types = await rankedTypes()
  const said = telling.levels.has('none') && telling.levels.has('website')
  return [
    ...toldRanking(context, rank(cells, types, weigh.visited)),
    toldGroups(context, compareGroups(cells, types, weigh.visited)),
    ...onlyIf(said, say.digitalSentence(t, locale, levelShares(levels, weigh.answered), say.shareOf(context.filter))),
  ]
}

type Choices = Awaited<ReturnType<typeof insightChoices>>

/** The filter in words, in the order of the page; what is not narrowed is not said, but for the campaigns. */
function filterFacts(filter: InsightFilter, choices: Choices, t: say.Words, r: ReportWords, locale: string) {
  const list = (values: string[]) => values.join(', ')
  const campaigns = choices.campaigns.filter(({ id }) => !filter.campaign.length || filter.campaign.includes(id))
  const sectors = choices.sectors.filter(({ id }) => filter.sector.includes(id)).map((row) => nameIn(locale, row))
  const towns = choices.municipalities.filter((m) => filter.municipality.includes(m.istatCode)).map((m) => m.name)
  const flags = FLAGS.filter((flag) => filter[flag]).map((flag) => t(`filters.${flag}`))
  const facts: [string, string[]][] = [
    [t('filters.campaign'), campaigns.map(({ name }) => name)],
    [t('filters.sector'), sectors],
    [t('filters.municipality'), towns],
    [t('filters.area'), filter.area],
    [t('filters.size'), filter.size.map((size) => t(`sizes.${size}`))],
    [r('facts.groups'), flags],
  ]
  return facts.filter(([, values]) => values.length > 0).map(([name, values]): [string, string] => [name, list(values)])
}

function periodOf(filter: InsightFilter, work: Awaited<ReturnType<typeof readWork>>, locale: string, r: ReportWords) {
  const from = filter.from ? dateColumn(filter.from) : work.first
  const to = filter.to ? dateColumn(filter.to) : work.last
  if (!from || !to) return r('noWork')
  return r('between', { from: formatDate(locale, from, 'long'), to: formatDate(locale, to, 'long') })
}

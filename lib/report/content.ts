import 'server-only'
import { chamberName } from '@/lib/chamber/queries'
import { readLevels } from '@/lib/digital/queries'
import { levelShares } from '@/lib/digital/rules'
import { formatDate, formatNumber, formatShare } from '@/lib/format'
import { compareGroups } from '@/lib/groups/rules'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices, readableFilter, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { isCoverage, shownShare } from '@/lib/insight/rules'
import { FLAGS, type InsightFilter } from '@/lib/insight/schema'
import * as say from '@/lib/insight/sentences'
import { rankedTypes, readCells } from '@/lib/ranking/queries'
import { rank } from '@/lib/ranking/rules'
import type { ChapterContext } from '@/lib/report/chapter'
import { chapterOf } from '@/lib/report/chapters'
import { isFew, KEPT_BACK } from '@/lib/report/keep-back'
import type { Report } from '@/lib/report/model'
import type { ReportWish } from '@/lib/report/schema'
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
  const [{ insight: t, report: r }, reach, needs, register, choices, work, chamber] = await Promise.all([
    reportWords(locale),
    readReach(filter),
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
  const chapters = enough
    ? await Promise.all(wish.chapter.map((id) => chapterOf(id, { t, r, locale, filter, weigh })))
    : []
  const title = wish.title ?? r('defaultTitle')
  const date = formatDate(locale, now, 'day')
  const filters = filterFacts(filter, choices, t, r, locale)
  const period = periodOf(filter, work, locale, r)
  const n = r('n', { n: reach.visited, count: count(reach.visited) })
  const coverage = shownShare(reach.contacted, register.described)
  const seen = shownShare(reach.visited, reach.contacted)
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
            contacted: number(reach.contacted),
            share: share(coverage),
            register: number(register.described),
            visited: number(reach.visited),
            ofContacted: share(seen),
            people: work.people,
          }),
          ...(await keySentences(filter, t, locale, weigh)),
          ...(filter.weighted ? [r('weighted')] : []),
        ]
      : [r('tooFew')],
    figures: [
      {
        label: t('kpi.contacted'),
        value: count(reach.contacted),
        note: t('kpi.ofRegister', { share: share(coverage) }),
      },
      { label: t('kpi.visited'), value: count(reach.visited), note: t('kpi.ofContacted', { share: share(seen) }) },
      { label: t('kpi.needs'), value: count(needs.recorded), note: '' },
      { label: t('kpi.takenUp'), value: count(needs.takenUp), note: ofRecorded(needs.takenUp) },
      { label: t('kpi.met'), value: count(needs.met), note: ofRecorded(needs.met) },
    ],
    chapters,
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
      r('method.rate', { share: share(shownShare(reach.contacted, reach.tried)) }),
      r('method.digital'),
      r('method.intervals'),
      r('method.differences'),
      ...(isCoverage(choices.campaigns, filter) ? [t('method.coverage')] : []),
      r('method.keptBack', { mark: KEPT_BACK }),
      r('method.sources', { date, firms: number(register.total) }),
    ],
    foot: [chamber, title, ...filters.map(([name, value]) => `${name}: ${value}`), date, n].join(' – '),
    page: (page, pages) => r('page', { page, pages }),
    fileName: `${r('fileName')}-${dayOf(now)}`,
  }
}

/** The first need, what young firms ask for, the digital level. */
async function keySentences(
  filter: InsightFilter,
  t: say.Words,
  locale: string,
  weigh: ChapterContext['weigh'],
): Promise<string[]> {
  const [cells, types, levels] = await Promise.all([readCells(filter), rankedTypes(), readLevels(filter)])
  const shares = levelShares(levels, weigh.answered)
  const site = shares.find(({ level }) => level === 'website')?.firms
  return [
    say.rankingSentence(t, locale, rank(cells, types, weigh.visited)),
    say.groupSentence(t, locale, compareGroups(cells, types, weigh.visited)),
    ...(isFew(site) ? [] : [say.digitalSentence(t, locale, shares)]),
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
  return r('between', { from: formatDate(locale, from, 'day'), to: formatDate(locale, to, 'day') })
}

import type { Change } from '@/lib/comparison/rules'
import { formatDate, formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { formatPoints, formatPointsInterval, type PanelTable } from '@/lib/insight/figures'
import { type Behind, behindQuery, type InsightFilter } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import type { Difference } from '@/lib/statistics/newcombe'
import { dateColumn } from '@/lib/today/rules'

export function changeName(t: Words, locale: string, { of }: Change<TypeRow>): string {
  return of.kind === 'need' ? nameIn(locale, of.type) : t(`compare.lines.${of.kind}`)
}

export function changeOf({ of }: Change<TypeRow>, second: boolean): string {
  const number: Behind =
    of.kind === 'need' ? { need: of.type.id } : of.kind === 'offline' ? { level: 'none' } : { step: of.kind }
  return behindQuery({ ...number, second })
}

/** `sides`: what each is called. */
export function compareTable(t: Words, locale: string, lines: Change<TypeRow>[], sides: [string, string]): PanelTable {
  return {
    caption: t('compare.about', { first: sides[0], second: sides[1] }),
    head: t('compare.what'),
    columns: [
      ...sides.flatMap((name): PanelTable['columns'] => [
        { name, kind: 'count' },
        { name: t('compare.base'), kind: 'count' },
        { name: t('compare.share'), kind: 'share' },
      ]),
      { name: t('compare.change'), kind: 'points' },
      { name: t('ci'), kind: 'pointsInterval' },
    ],
    rows: lines.map((line) => ({
      key: line.key,
      name: changeName(t, locale, line),
      of: changeOf(line, false),
      cells: [
        ...[line.first, line.second].flatMap(({ successes, n }, side) => [successes, n, line.shares[side] ?? null]),
        line.change?.difference ?? null,
        line.change?.interval ?? null,
      ],
    })),
  }
}

type Side = Pick<InsightFilter, 'campaign' | 'from' | 'to'>

/** What one side of a comparison is called: its campaigns and its days. */
export function sideName(
  t: Words,
  locale: string,
  campaigns: { id: string; name: string }[],
  { campaign, from, to }: Side,
): string {
  const day = (date: string, style: 'day' | 'long' = 'day') => formatDate(locale, dateColumn(date), style)
  const chosen = campaigns.filter(({ id }) => campaign.includes(id)).map(({ name }) => name)
  const days =
    from && to
      ? t('period.between', { from: day(from), to: day(to) })
      : from
        ? t('period.since', { from: day(from, 'long') })
        : to && t('period.until', { to: day(to, 'long') })
  return [chosen.join(', ') || t('filters.everyCampaign'), days].filter(Boolean).join(' · ')
}

/** What both sides are called, without the campaigns they share: in the columns of a phone a name has few words. */
export function sideNames(
  t: Words,
  locale: string,
  campaigns: { id: string; name: string }[],
  sides: [Side, Side],
): [string, string] {
  const [first, second] = sides.map(({ campaign }) => sideName(t, locale, campaigns, { campaign }))
  const nameOf = (side: Side) => {
    const name = sideName(t, locale, campaigns, side)
    if (first !== second) return name
    return name === first ? t('period.clear') : name.replace(`${first} · `, '')
  }
  return [nameOf(sides[0]), nameOf(sides[1])]
}

/** A change in points, with its interval. */
export function changeGap(t: Words, locale: string, { difference, interval }: Difference): string {
  return t('groups.gap', {
    points: formatPoints(locale, difference),
    interval: formatPointsInterval(locale, interval),
  })
}

/**
 * What the shares are of, and whether firms on both sides tie them together; `counted`: how many may be said, which is
 * not where it leaves the Chamber.
 */
export function compareBasis(
  t: Words,
  locale: string,
  lines: Change<TypeRow>[],
  { asked, weighted, counted = true }: { asked: boolean; weighted: boolean; counted?: boolean },
): string {
  const n = lines.find(({ key }) => key === 'withNeeds')?.shared.n ?? 0
  const basis = t(weighted ? 'compare.weighted' : asked ? 'compare.notDrawn' : 'compare.unweighted')
  const shared =
    counted || n === 0 ? t('compare.shared', { n, count: formatNumber(locale, n) }) : t('compare.sharedSome')
  return `${basis} ${shared}`
}

/** The changes that stand against having been picked from all lines; none is called a change otherwise. */
export function compareSentence(t: Words, locale: string, lines: Change<TypeRow>[]): string {
  if (!lines.some(({ change }) => change)) return t('compare.few')
  const list = lines.flatMap((line) =>
    line.clear && line.change ? [`${changeName(t, locale, line)} ${changeGap(t, locale, line.change)}`] : [],
  )
  return list.length ? t('compare.changes', { changes: list.join('; ') }) : t('compare.same')
}

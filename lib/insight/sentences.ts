import type { getTranslations } from 'next-intl/server'
import type { LevelShare } from '@/lib/digital/rules'
import { formatDate, formatInterval, formatNumber, formatShare, theShare } from '@/lib/format'
import type { GroupComparison } from '@/lib/groups/rules'
import { nameIn } from '@/lib/i18n/name'
import { formatPoints, formatPointsInterval } from '@/lib/insight/figures'
import type { Reach } from '@/lib/insight/rules'
import { knownInAll, leastKnown, type Presented } from '@/lib/presented/rules'
import { type Ranked, readRanking, readSectors, type SectorRow } from '@/lib/ranking/rules'
import { overlap, showShare } from '@/lib/statistics/showing'
import { dateColumn } from '@/lib/today/rules'
import { readTrend, type Week } from '@/lib/trend/rules'
import { type StratumCount, weightsOf } from '@/lib/weighting/rules'

export type Words = Awaited<ReturnType<typeof getTranslations<'insight'>>>
export type TypeRow = {
  id: string
  code: string
  retired: boolean
  nameIt: string
  nameEn: string
  shortIt: string
  shortEn: string
}

/** What shares are of: the firms visited (or those that answered), or the frame where they are weighted to it. */
export type ShareOf = 'visited' | 'frame'
export const shareOf = ({ weighted }: { weighted: boolean }): ShareOf => (weighted ? 'frame' : 'visited')

export const listOf = (locale: string, items: string[]) =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'it-IT').format(items)

/** How many needs a sentence names before it counts the rest. */
const NAMED = 3

/** What the ranking shows; never an order that the intervals do not bear out. */
export function rankingSentence(t: Words, locale: string, ranked: Ranked<TypeRow>[], of: ShareOf = 'visited'): string {
  const reading = readRanking(ranked)
  const share = ({ share }: Ranked<TypeRow>) => formatShare(locale, share ?? 0)
  const name = ({ type }: Ranked<TypeRow>) => nameIn(locale, type)
  if (reading.kind === 'none') return t('ranking.none')
  if (reading.kind === 'counts') {
    const { first } = reading
    return t('ranking.counts', { need: name(first), firms: first.firms, n: first.n })
  }
  if (reading.kind === 'first') {
    const { first, second } = reading
    const own = { of, need: name(first), share: theShare(locale, first.share ?? 0) }
    return second
      ? t('ranking.first', { ...own, second: name(second), secondShare: share(second) })
      : t('ranking.alone', own)
  }
  const named = reading.among.slice(0, NAMED).map((one) => t('ranking.named', { need: name(one), share: share(one) }))
  const left = reading.among.length - named.length
  const needs = left ? [...named, t('ranking.others', { n: left, count: formatNumber(locale, left) })] : named
  return t('ranking.among', { of, needs: listOf(locale, needs) })
}

/** What part of the register was contacted (0–1); somebody is never nobody. */
export function coverageSentence(t: Words, locale: string, coverage: number): string {
  const isTiny = coverage > 0 && coverage < 0.001
  return isTiny ? t('kpi.underOfRegister') : t('kpi.ofRegister', { share: formatShare(locale, coverage) })
}

export function funnelSentence(t: Words, locale: string, reach: Reach): string {
  const { contacted, visited, takenUp } = reach
  if (contacted === 0) return t('funnel.none')
  const [told, seen, taken] = [contacted, visited, takenUp].map((count) => formatNumber(locale, count))
  const counts = { contacted: told ?? '', visited: seen ?? '', takenUp: taken ?? '' }
  if (!showShare(contacted)) return t('funnel.counts', counts)
  const share = formatShare(locale, visited / contacted)
  return t('funnel.shares', { ...counts, seen: visited, taken: takenUp, share })
}

/** `first` is the type of need most visited firms ask for. */
export function sectorSentence(
  t: Words,
  locale: string,
  rows: SectorRow[],
  first: Ranked<TypeRow> | undefined,
  of: ShareOf = 'visited',
): string {
  if (rows.length === 0) return t('heat.none')
  if (!first?.firms) return t('ranking.none')
  const { judged, leading, clear } = readSectors(rows, first.type.id)
  if (judged === 0) return t('heat.few')
  const need = nameIn(locale, first.type)
  if (leading === 0) return t('heat.nowhere', { need, judged })
  const counts = { leadingCount: formatNumber(locale, leading), clearCount: formatNumber(locale, clear) }
  return t('heat.reading', { of, need, leading, judged, clear, ...counts })
}

export function digitalSentence(t: Words, locale: string, shares: LevelShare[], of: ShareOf = 'visited'): string {
  const offline = shares.find(({ level }) => level === 'none')
  const site = shares.find(({ level }) => level === 'website')?.firms ?? 0
  if (!offline?.interval) return t('digital.none')
  if (!showShare(offline.n)) return t('digital.counts', { offline: offline.firms, n: offline.n })
  return t('digital.shares', {
    of,
    share: theShare(locale, offline.share ?? 0),
    interval: formatInterval(locale, offline.interval),
    n: site,
    count: formatNumber(locale, site),
  })
}

/** Which group asks for what more or less often; only differences that stand against having been picked from several. */
export function groupSentence(t: Words, locale: string, groups: GroupComparison<TypeRow>[]): string {
  const judged = groups.filter(({ shown }) => shown && shown.reading.kind !== 'few')
  if (judged.length === 0) return t('groups.few')
  const clear = judged.flatMap(({ flag, shown, clear }) => {
    if (!clear || !shown || shown.reading.kind === 'few') return []
    const { difference, interval } = shown.reading
    const values = {
      need: nameIn(locale, shown.type),
      points: formatPoints(locale, difference),
      interval: formatPointsInterval(locale, interval),
    }
    return [t(difference > 0 ? `groups.more.${flag}` : `groups.less.${flag}`, values)]
  })
  return clear.length ? clear.join(' ') : t('groups.together')
}

export function trendSentence(t: Words, locale: string, weeks: Week[]): string {
  const reading = readTrend(weeks)
  if (reading.kind === 'none') return t('trend.none')
  const { contacted, visited, peak } = reading
  const digits = (value: number) => formatNumber(locale, value, value < 10 && weeks.length > 1 ? 1 : 0)
  const counts = { contacted: digits(contacted), visited: digits(visited) }
  if (weeks.length === 1) return t('trend.single', { ...counts, told: contacted, seen: visited })
  const kind = (value: number) => (value === 0 ? 'none' : value < 1 ? 'under' : 'some')
  const kinds = { told: kind(contacted), seen: kind(visited) } as const
  const mean = t('trend.mean', { ...counts, ...kinds, weeks: weeks.length })
  if (!peak) return mean
  const day = formatDate(locale, dateColumn(peak.monday), 'day')
  return `${mean} ${t('trend.peak', { day, count: formatNumber(locale, peak.visited) })}`
}

export function presentedSentence(t: Words, locale: string, rows: Presented[]): string {
  const { known, asked } = knownInAll(rows)
  if (rows.length === 0) return t('presented.none')
  if (asked === 0) return t('presented.unasked')
  if (!showShare(asked)) return t('presented.few', { known, asked })
  const [least, next] = leastKnown(rows)
  const share = formatShare(locale, known / asked)
  const overall = t('presented.reading', {
    share,
    n: known,
    known: formatNumber(locale, known),
    asked: formatNumber(locale, asked),
  })
  // One service is called the least known only where its interval lies wholly under the next one's.
  if (!least || !next || overlap(least.interval, next.interval)) return overall
  const own = { service: nameIn(locale, least.service), share: formatShare(locale, least.share) }
  return `${overall} ${t('presented.least', own)}`
}

/** What the weighted shares are of, and what the weights cost; `count` is what is told of the firms visited. */
export function weightSentence(
  t: Words,
  locale: string,
  visited: { n: number; count: string },
  strata: StratumCount[],
): string {
  const { frame, unseen, weighed, designEffect, effective } = weightsOf(strata)
  return t('method.weighted', {
    ...visited,
    frame: formatNumber(locale, frame),
    strata: strata.length,
    weighed: formatNumber(locale, weighed),
    effective: formatNumber(locale, effective),
    effect: formatNumber(locale, designEffect, 2),
    unseen: formatShare(locale, unseen, 1),
  })
}

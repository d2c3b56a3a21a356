import type { getTranslations } from 'next-intl/server'
import type { LevelShare } from '@/lib/digital/rules'
import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { Reach } from '@/lib/insight/queries'
import { type Ranked, readRanking, readSectors, type SectorRow } from '@/lib/ranking/rules'
import { showShare } from '@/lib/statistics/showing'

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

/** How many needs a sentence names before it counts the rest. */
const NAMED = 3

/** What the ranking shows; never an order that the intervals do not bear out. */
export function rankingSentence(t: Words, locale: string, ranked: Ranked<TypeRow>[]): string {
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
    const own = { need: name(first), share: share(first) }
    return second
      ? t('ranking.first', { ...own, second: name(second), secondShare: share(second) })
      : t('ranking.alone', own)
  }
  const named = reading.among.slice(0, NAMED).map((one) => t('ranking.named', { need: name(one), share: share(one) }))
  const left = reading.among.length - named.length
  const needs = left ? [...named, t('ranking.others', { n: left, count: formatNumber(locale, left) })] : named
  return t('ranking.among', { needs: new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'it-IT').format(needs) })
}

export function funnelSentence(t: Words, locale: string, reach: Reach): string {
  const { contacted, visited, takenUp } = reach
  if (contacted === 0) return t('funnel.none')
  const [told, seen, taken] = [contacted, visited, takenUp].map((count) => formatNumber(locale, count))
  const counts = { contacted: told ?? '', visited: seen ?? '', takenUp: taken ?? '' }
  if (!showShare(contacted)) return t('funnel.counts', counts)
  return t('funnel.shares', { ...counts, share: formatShare(locale, visited / contacted) })
}

/** `first` is the type of need most visited firms ask for. */
export function sectorSentence(
  t: Words,
  locale: string,
  rows: SectorRow[],
  first: Ranked<TypeRow> | undefined,
): string {
  if (rows.length === 0) return t('heat.none')
  if (!first?.firms) return t('ranking.none')
  const { judged, leading, clear } = readSectors(rows, first.type.id)
  if (judged === 0) return t('heat.few')
  const need = nameIn(locale, first.type)
  if (leading === 0) return t('heat.nowhere', { need, judged })
  const counts = { leadingCount: formatNumber(locale, leading), clearCount: formatNumber(locale, clear) }
  return t('heat.reading', { need, leading, judged, clear, ...counts })
}

export function digitalSentence(t: Words, locale: string, shares: LevelShare[]): string {
  const offline = shares.find(({ level }) => level === 'none')
  const site = shares.find(({ level }) => level === 'website')?.firms ?? 0
  if (!offline?.interval) return t('digital.none')
  if (!showShare(offline.n)) return t('digital.counts', { offline: offline.firms, n: offline.n })
  return t('digital.shares', {
    share: formatShare(locale, offline.share ?? 0),
    interval: formatInterval(locale, offline.interval),
    n: site,
    count: formatNumber(locale, site),
  })
}

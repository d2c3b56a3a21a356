import type { Likeness, Place } from '@/lib/composition/rules'
import { formatNumber } from '@/lib/format'
import { formatPoints } from '@/lib/insight/figures'
import { listOf, type Words } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'

export function placeSentence(t: Words, locale: string, rows: Place[]): string {
  const [seen, empty] = [rows.filter(({ visited }) => visited > 0), rows.filter(({ visited }) => visited === 0)]
  if (seen.length === 0) return t('territory.none')
  const visited = seen.reduce((sum, place) => sum + place.visited, 0)
  const registered = rows.reduce((sum, place) => sum + place.registered, 0)
  if (registered === 0) return t('territory.unregistered', { n: visited, count: formatNumber(locale, visited) })
  const rate = (visited / registered) * 1000
  // A tenth is the least that is printed.
  const told = rate < 0.1 ? t('territory.under') : formatNumber(locale, rate, 1)
  return t('territory.reading', { rate: told, empty: empty.length, all: rows.length })
}

/** Names at most this many groups that the visited firms have more, or less, of than the register. */
const UNLIKE = 2

export function likenessSentence(
  t: Words,
  locale: string,
  lines: Likeness[],
  name: (line: Likeness) => string,
  visited: number,
): string {
  if (visited === 0) return t('likeness.none')
  if (!showShare(visited)) return t('likeness.few', { n: visited })
  const gap = (line: Likeness) => line.visitedShare - line.registerShare
  const listed = (sign: 1 | -1) =>
    lines
      .filter((line) => line.apart && gap(line) * sign > 0)
      .sort((one, other) => (gap(other) - gap(one)) * sign)
      .slice(0, UNLIKE)
      .map((line) => `${name(line)} (${t('points', { points: formatPoints(locale, gap(line)) })})`)
  const [more, less] = [listed(1), listed(-1)]
  if (more.length + less.length === 0) return t('likeness.alike')
  const parts = [
    more.length && t('likeness.more', { groups: listOf(locale, more) }),
    less.length && t('likeness.less', { groups: listOf(locale, less) }),
  ]
  return parts.filter(Boolean).join(' ')
}

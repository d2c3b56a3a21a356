import { easterSunday } from '@/lib/calendar/rules'
import { addDays, weekOf } from '@/lib/today/rules'

/** What happened in a week; named after its Monday (YYYY-MM-DD). */
export type Week = { monday: string; contacted: number; visited: number; needs: number }
export const SERIES = ['contacted', 'visited', 'needs'] as const
export type Series = (typeof SERIES)[number]

export type Break = { kind: 'easter' | 'august' | 'christmas'; monday: string }

/** Weeks in which Chambers and firms are known to rest: that of Easter Monday, mid-August, Christmas. */
export function breaksIn(weeks: Week[]): Break[] {
  const known = new Set(weeks.map(({ monday }) => monday))
  const years = [...new Set(weeks.flatMap(({ monday }) => [monday.slice(0, 4), addDays(monday, 6).slice(0, 4)]))]
  const days = years.flatMap((year): [Break['kind'], string][] => [
    ['easter', addDays(easterSunday(Number(year)), 1)],
    ['august', `${year}-08-15`],
    ['christmas', `${year}-12-25`],
  ])
  return days.map(([kind, day]) => ({ kind, monday: weekOf(day)[0] ?? day })).filter(({ monday }) => known.has(monday))
}

export type TrendReading =
  | { kind: 'none' }
  | { kind: 'weeks'; weeks: number; contacted: number; visited: number; peak: Week | null }

/** Averages over all weeks from the first to the last, and the week with most visits where one alone has most. */
export function readTrend(weeks: Week[]): TrendReading {
  if (weeks.length === 0) return { kind: 'none' }
  const mean = (series: Series) => weeks.reduce((sum, week) => sum + week[series], 0) / weeks.length
  const most = Math.max(...weeks.map(({ visited }) => visited))
  const peaks = weeks.filter(({ visited }) => visited === most)
  const peak = most > 1 && weeks.length > 1 && peaks.length === 1 ? (peaks[0] ?? null) : null
  return { kind: 'weeks', weeks: weeks.length, contacted: mean('contacted'), visited: mean('visited'), peak }
}

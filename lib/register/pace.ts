import type { ImportProgress } from '@/lib/register/schema'

/** Checking the rows takes about this share of the time, writing the rest. Measured on 50,000 rows. */
const READING = 0.4

type Moment = Pick<ImportProgress, 'status' | 'progress' | 'total' | 'readingAt' | 'applyingAt'>

/** Share of the import that is done, between 0 and 1, once its file is here. */
export function shareDone({ status, progress, total }: Pick<Moment, 'status' | 'progress' | 'total'>): number {
  if (status === 'receiving') return 0
  const share = total ? Math.min(1, progress / total) : 0
  return status === 'reading' ? READING * share : status === 'applying' ? READING + (1 - READING) * share : 1
}

/** Rows (or, while writing, firms) a second in the present step; null in its first moments. */
export function rate(moment: Moment, now: number): number | null {
  const since = moment.status === 'applying' ? moment.applyingAt : moment.readingAt
  const seconds = since ? (now - Date.parse(since)) / 1000 : 0
  return seconds > 0.5 && moment.progress > 0 ? moment.progress / seconds : null
}

/** Seconds that remain at the pace so far; null while too little is done to tell. */
export function secondsLeft(moment: Moment, now: number): number | null {
  const done = shareDone(moment)
  const seconds = moment.readingAt ? (now - Date.parse(moment.readingAt)) / 1000 : 0
  return done >= 0.03 && seconds > 1 ? (seconds / done) * (1 - done) : null
}

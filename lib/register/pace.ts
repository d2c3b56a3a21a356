import type { ImportProgress, ImportStep } from '@/lib/register/schema'

/** From which share of the work under way to which a step leads. Measured on 500,000 rows. */
const SHARES: Record<ImportStep, [from: number, to: number]> = {
  reading: [0, 0.85],
  comparing: [0.85, 1],
  writing: [0, 0.95],
  finishing: [0.95, 1],
  undoing: [0, 1],
}
const STEPS_OF: Partial<Record<ImportProgress['status'], ImportStep[]>> = {
  checking: ['reading', 'comparing'],
  applying: ['writing', 'finishing'],
  undoing: ['undoing'],
}

type Moment = Pick<ImportProgress, 'status' | 'progress' | 'total' | 'steps'>

/** The steps of the work under way; none before the file is here, or once a person is asked. */
export const stepsOf = ({ status }: Pick<Moment, 'status'>): ImportStep[] => STEPS_OF[status] ?? []

/** The step that is under way; null while the work waits for its turn. */
export function currentStep(moment: Moment): ImportStep | null {
  return stepsOf(moment).findLast((step) => moment.steps[step]) ?? null
}

/** Share of the work under way that is done, between 0 and 1. */
export function shareDone(moment: Moment): number {
  const step = currentStep(moment)
  if (!step) return 0
  const [from, to] = SHARES[step]
  return from + (to - from) * (moment.total ? Math.min(1, moment.progress / moment.total) : 0)
}

/** Rows (or, while writing, firms) a second in the present step; null in its first moments. */
export function rate(moment: Moment, now: number): number | null {
  const step = currentStep(moment)
  const seconds = step ? secondsSince(moment, step, now) : 0
  return seconds > 0.5 && moment.progress > 0 ? moment.progress / seconds : null
}

/** Seconds that remain at the pace so far; null while too little is done to tell. */
export function secondsLeft(moment: Moment, now: number): number | null {
  const [first] = stepsOf(moment)
  const done = shareDone(moment)
  const seconds = first ? secondsSince(moment, first, now) : 0
  return done >= 0.03 && seconds > 1 ? (seconds / done) * (1 - done) : null
}

function secondsSince({ steps }: Moment, step: ImportStep, now: number): number {
  const at = steps[step]
  return at ? (now - Date.parse(at)) / 1000 : 0
}

type Worked = {
  startedAt: Date
  checkedAt: Date | null
  finishedAt: Date | null
  format: { steps: Partial<Record<ImportStep, string>> }
}

/** Seconds an import was worked on: how long a person looked at its dry run does not count. Null before its dry run. */
export function workedSeconds({ startedAt, checkedAt, finishedAt, format }: Worked): number | null {
  if (!checkedAt) return null
  const { writing } = format.steps
  const applying = writing && finishedAt ? finishedAt.getTime() - Date.parse(writing) : 0
  return (checkedAt.getTime() - startedAt.getTime() + Math.max(0, applying)) / 1000
}

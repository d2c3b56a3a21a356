import type { Selection } from '@/lib/evidence/selection'
import { isLater } from '@/lib/evidence/sieve'

/** What a firm was asked of a service; its answers are two bits each, in this order: 0 none, 1 no, 2 yes. */
export const QUESTIONS = ['known', 'used', 'interested'] as const
export const YES = 2
export const answerTo = (question: number, answers: number) => (answers >> (2 * question)) & 3
const KNOWN = 0b000011
const USED = 0b001100
const INTERESTED = 0b110000

/** The next entry's answers beside those said before: of knowing and using the first counts, of interest the last. */
const merged = (before: number, after: number) =>
  (before & KNOWN || after & KNOWN) | (before & USED || after & USED) | (after & INTERESTED || before & INTERESTED)

/** Calls back for each firm and service presented to it in the filter (serials), with what it said in the end. */
export function eachPresented(selection: Selection, tell: (firm: number, service: number, answers: number) => void) {
  const { visits, presented, firms } = selection.evidence.facts
  const { firm, first } = visits.columns
  const { bits, service, next } = presented.columns
  const told = selection.visits
  /** By visit: the one of the same firm looked at before it; by firm: the one looked at last. */
  const before = new Int32Array(told.length)
  const latest = new Int32Array(firms.n)
  for (let visit = 1; visit < told.length; visit++) {
    if (told[visit] === 0) continue
    const of = firm[visit] as number
    before[visit] = latest[of] as number
    latest[of] = visit
  }
  const { length } = selection.evidence.lists.services.ids
  /** By service: the firm it was last said of, and what. */
  const saidOf = new Int32Array(length)
  const said = new Uint8Array(length)
  for (let visit = 1; visit < told.length; visit++) {
    const of = firm[visit] as number
    // A firm's turn is at its last visit, for all of them.
    if (told[visit] === 0 || latest[of] !== visit) continue
    if (before[visit] === 0) {
      for (let entry = first[visit] as number; entry !== 0; entry = next[entry] as number) {
        tell(of, service[entry] as number, (bits[entry] as number) >> 1)
      }
      continue
    }
    const several: number[] = []
    for (let one = visit; one !== 0; one = before[one] as number) several.push(one)
    several.sort((one, other) => (isLater(visits, one, visits, other) ? 1 : -1))
    const services: number[] = []
    for (const one of several) {
      for (let entry = first[one] as number; entry !== 0; entry = next[entry] as number) {
        const what = service[entry] as number
        if (saidOf[what] !== of) {
          saidOf[what] = of
          said[what] = 0
          services.push(what)
        }
        said[what] = merged(said[what] as number, (bits[entry] as number) >> 1)
      }
    }
    for (const what of services) tell(of, what, said[what] as number)
  }
}

/** By id of the service: firms it was presented to, how many answered each question, and how many of them yes. */
export function countPresented(selection: Selection) {
  const { ids } = selection.evidence.lists.services
  const table = new Uint32Array(ids.length * 64)
  eachPresented(selection, (_, service, answers) => {
    ;(table[service * 64 + answers] as number)++
  })
  return ids.flatMap((id, service) => {
    const counts = table.subarray(service * 64, service * 64 + 64)
    const firms = (keep: (answers: number) => boolean) =>
      counts.reduce((sum, some, answers) => (keep(answers) ? sum + some : sum), 0)
    const row = {
      id,
      presented: firms(() => true),
      asked: QUESTIONS.map((_, i) => firms((answers) => answerTo(i, answers) !== 0)),
      yes: QUESTIONS.map((_, i) => firms((answers) => answerTo(i, answers) === YES)),
    }
    return row.presented ? [row] : []
  })
}

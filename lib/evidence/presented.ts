import type { Selection } from '@/lib/evidence/selection'
import { nextIn, visitsSaid } from '@/lib/evidence/visits-said'

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
  const { facts, lists } = selection.evidence
  const { first } = facts.visits.columns
  const { previous } = facts.visits.chain
  const { bits, service, next } = facts.presented.columns
  /** By service: the firm it was last said of, and what. */
  const saidOf = new Int32Array(lists.services.ids.length)
  const said = new Uint8Array(lists.services.ids.length)
  const services = new Int16Array(lists.services.ids.length)
  const { is, last, firms } = visitsSaid(selection)
  for (let i = 0; i < firms.length; i++) {
    const firm = firms[i] as number
    const visit = last[firm] as number
    let earlier = nextIn(is, previous, previous[visit] as number)
    if (earlier === 0) {
      // One visit presents a service once: there is nothing to merge.
      for (let entry = first[visit] as number; entry !== 0; entry = next[entry] as number) {
        tell(firm, service[entry] as number, (bits[entry] as number) >> 1)
      }
      continue
    }
    let count = 0
    // From the last visit back to the first.
    for (let one = visit; one !== 0; one = earlier, earlier = nextIn(is, previous, previous[one] as number)) {
      for (let entry = first[one] as number; entry !== 0; entry = next[entry] as number) {
        const what = service[entry] as number
        const after = saidOf[what] === firm ? (said[what] as number) : 0
        if (saidOf[what] !== firm) services[count++] = what
        saidOf[what] = firm
        said[what] = merged((bits[entry] as number) >> 1, after)
      }
    }
    for (let i = 0; i < count; i++) tell(firm, services[i] as number, said[services[i] as number] as number)
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

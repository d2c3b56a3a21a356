import { sumWhere } from '@/lib/evidence/rows'
import { once, type Selection } from '@/lib/evidence/selection'
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

/** Each firm and service presented to it in the filter (places and serials), with what it said in the end. */
export type Shown = { n: number; firms: Int32Array; services: Uint16Array; answers: Uint8Array }

export const shown = once((selection: Selection): Shown => {
  const { facts, lists } = selection.evidence
  const { first } = facts.visits.columns
  const { previous } = facts.visits.chain
  const { bits, service, next } = facts.presented.columns
  const { is, last, firms } = visitsSaid(selection)
  const found = room(facts.presented.n)
  /** By service: where it is found of the firm it was last said of. */
  const places = new Int32Array(lists.services.ids.length).fill(-1)
  let n = 0
  for (let i = 0; i < firms.length; i++) {
    const begin = n
    // From the last visit back to the first.
    for (
      let visit = last[firms[i] as number] as number;
      visit !== 0;
      visit = nextIn(is, previous, previous[visit] as number)
    ) {
      for (let entry = first[visit] as number; entry !== 0; entry = next[entry] as number) {
        const what = service[entry] as number
        const said = (bits[entry] as number) >> 1
        const place = places[what] as number
        if (place >= begin) {
          found.answers[place] = merged(said, found.answers[place] as number)
          continue
        }
        places[what] = n
        found.firms[n] = firms[i] as number
        found.services[n] = what
        found.answers[n++] = said
      }
    }
  }
  return { n, ...found }
})

/** For as many as were presented at all. */
const room = (n: number) => ({ firms: new Int32Array(n), services: new Uint16Array(n), answers: new Uint8Array(n) })

/** By id of the service: firms it was presented to, how many answered each question, and how many of them yes. */
export function countPresented(selection: Selection) {
  const { ids } = selection.evidence.lists.services
  const table = new Uint32Array(ids.length * 64)
  const { n, services, answers } = shown(selection)
  for (let i = 0; i < n; i++) (table[(services[i] as number) * 64 + (answers[i] as number)] as number)++
  return ids.flatMap((id, service) => {
    const counts = table.subarray(service * 64, service * 64 + 64)
    const presented = sumWhere(counts, 0)
    const said = (question: number, answer: number) => sumWhere(counts, 3 << (2 * question), answer << (2 * question))
    const row = {
      id,
      presented,
      asked: QUESTIONS.map((_, i) => presented - said(i, 0)),
      yes: QUESTIONS.map((_, i) => said(i, YES)),
    }
    return presented ? [row] : []
  })
}

import type { Selection } from '@/lib/evidence/selection'
import { isLater } from '@/lib/evidence/sieve'

/** The answers in the bits of `presented`, in their order. */
export const QUESTIONS = ['known', 'used', 'interested'] as const
const answerIn = (bits: number, place: number) => (bits >> (1 + 2 * place)) & 3
const NO = 1
export const YES = 2

/**
 * What firms said of each service presented to them: of knowing and using it what they said first, of their interest
 * what they said last. `firms` of `whose` were told of it; `said` has their answers by firm: 0 none, 1 no, 2 yes.
 */
export type OfService = { service: number; whose: Int32Array; said: Uint8Array[] }

/** Calls back for one service after the other: what it is given is good until it returns. */
export function eachPresented(selection: Selection, tell: (one: OfService) => void): void {
  const { visits, presented, firms } = selection.evidence.facts
  const { firm } = visits.columns
  const { bits } = presented.columns
  const { from, visitOf, entryOf } = byService(selection)
  /** By firm: the service it was looked at for, and at which visit it said what counts. */
  const looked = new Int16Array(firms.n)
  const saidAt = QUESTIONS.map(() => new Int32Array(firms.n))
  const said = QUESTIONS.map(() => new Uint8Array(firms.n))
  const whose = new Int32Array(firms.n)
  for (let service = 1; service + 1 < from.length; service++) {
    let count = 0
    for (let i = from[service] as number; i < (from[service + 1] as number); i++) {
      const visit = visitOf[i] as number
      const of = firm[visit] as number
      const fresh = looked[of] !== service
      if (fresh) {
        looked[of] = service
        whose[count++] = of
      }
      for (let place = 0; place < QUESTIONS.length; place++) {
        const [at, answers] = [saidAt[place] as Int32Array, said[place] as Uint8Array]
        const answer = answerIn(bits[entryOf[i] as number] as number, place)
        if (fresh) {
          at[of] = 0
          answers[of] = 0
        }
        const before = at[of] as number
        if (answer === 0 || (before !== 0 && isLater(visits, visit, visits, before) !== (place === 2))) continue
        at[of] = visit
        answers[of] = answer
      }
    }
    if (count) tell({ service, whose: whose.subarray(0, count), said })
  }
}

/** What was presented at the visits of the filter, service after service: those of one begin at `from`. */
function byService({ evidence: { facts, lists }, visits }: Selection) {
  const { first } = facts.visits.columns
  const { service, next } = facts.presented.columns
  const from = new Int32Array(lists.services.ids.length + 2)
  for (let visit = 1; visit < visits.length; visit++) {
    if (visits[visit] === 0) continue
    for (let entry = first[visit] as number; entry !== 0; entry = next[entry] as number) {
      ;(from[(service[entry] as number) + 2] as number)++
    }
  }
  for (let i = 2; i < from.length; i++) (from[i] as number) += from[i - 1] as number
  const [visitOf, entryOf] = [new Int32Array(from.at(-1) as number), new Int32Array(from.at(-1) as number)]
  for (let visit = 1; visit < visits.length; visit++) {
    if (visits[visit] === 0) continue
    for (let entry = first[visit] as number; entry !== 0; entry = next[entry] as number) {
      const place = (from[(service[entry] as number) + 1] as number)++
      visitOf[place] = visit
      entryOf[place] = entry
    }
  }
  return { from, visitOf, entryOf }
}

/** By id of the service: firms it was presented to, how many answered each question, and how many of them yes. */
export function countPresented(selection: Selection) {
  const { ids } = selection.evidence.lists.services
  const rows: { id: string; presented: number; asked: number[]; yes: number[] }[] = []
  eachPresented(selection, ({ service, whose, said }) => {
    const [asked, yes] = [said.map(() => 0), said.map(() => 0)]
    for (const firm of whose) {
      said.forEach((answers, place) => {
        const answer = answers[firm] as number
        if (answer >= NO) (asked[place] as number)++
        if (answer === YES) (yes[place] as number)++
      })
    }
    rows.push({ id: ids[service] ?? '', presented: whose.length, asked, yes })
  })
  return rows
}

import type { LevelCount } from '@/lib/digital/rules'
import { tablesByStratum } from '@/lib/evidence/by-stratum'
import { isLater, latestOf } from '@/lib/evidence/columns'
import { type Deeds, DIGITAL, LEVEL_FROM } from '@/lib/evidence/facts'
import { bitOf, reach } from '@/lib/evidence/reach'
import { lastVisits, once, type Selection } from '@/lib/evidence/selection'

const TRIED = bitOf('tried')
const levelIn = (bits: number) => (bits >> LEVEL_FROM) & 3

/** By firm: the call or the visit at which it last told its digital level in the filter. Visits are negative, 0 is none. */
export const answers = once((selection: Selection): Int32Array => {
  const { calls, visits } = selection.evidence.facts
  const [last, reached] = [lastVisits(selection), reach(selection)]
  const found = new Int32Array(last.length)
  for (let firm = 1; firm < last.length; firm++) {
    if (((reached[firm] as number) & TRIED) === 0) continue
    const call = lastTold(calls, selection.calls, latestOf(calls, firm))
    const visit = lastTold(visits, selection.visits, last[firm] as number)
    if (call === 0 || visit === 0) found[firm] = call - visit
    else found[firm] = isLater(visits, visit, calls, call) ? -visit : call
  }
  return found
})

function lastTold({ columns, chain }: Deeds, chosen: Uint8Array, from: number): number {
  const { bits } = columns
  const { previous } = chain
  let row = from
  while (row !== 0 && (levelIn(bits[row] as number) & -(chosen[row] as number)) === 0) row = previous[row] as number
  return row
}

/** The sector of an answer, its level in `DIGITAL`, and for which campaign it was given. */
export function answerOf({ evidence: { facts } }: Selection, answer: number) {
  const { columns } = answer > 0 ? facts.calls : facts.visits
  const serial = Math.abs(answer)
  const level = levelIn(columns.bits[serial] as number) - 1
  return { sector: columns.sector[serial] as number, level, campaign: columns.campaign[serial] as number }
}

/** Firms by sector and by the latest digital level they told in the filter; by stratum too where figures are weighted. */
export function countLevels(selection: Selection): LevelCount[] {
  const { calls, visits } = selection.evidence.facts
  const sectors = selection.evidence.lists.sectors.ids
  const told = answers(selection)
  const campaignOf = (firm: number) => answerOf(selection, told[firm] as number).campaign
  const tables = tablesByStratum(selection, campaignOf, sectors.length * DIGITAL.length)
  for (let firm = 1; firm < told.length; firm++) {
    const answer = told[firm] as number
    if (answer === 0) continue
    const table = tables.whole ?? tables.of(firm)
    const { sector, bits } = answer > 0 ? calls.columns : visits.columns
    const serial = answer > 0 ? answer : -answer
    ;(table[(sector[serial] as number) * DIGITAL.length + levelIn(bits[serial] as number) - 1] as number)++
  }
  return tables.all().flatMap(([stratum, table]) =>
    [...table].flatMap((firms, i) => {
      const [sectorId, level] = [sectors[Math.floor(i / DIGITAL.length)], DIGITAL[i % DIGITAL.length]]
      return firms && sectorId && level ? [{ sectorId, level, stratum, firms }] : []
    }),
  )
}

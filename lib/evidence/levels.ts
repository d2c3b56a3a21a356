import type { LevelCount } from '@/lib/digital/rules'
import { isLater, latestOf } from '@/lib/evidence/columns'
import { type Deeds, DIGITAL, LEVEL_FROM } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
import { tablesByStratum } from '@/lib/evidence/strata'

const levelIn = (bits: number) => (bits >> LEVEL_FROM) & 3

/** The call or the visit at which the firm last told its digital level in the filter. Visits are negative, 0 is none. */
export function answerBy({ evidence: { facts }, calls, visits }: Selection, firm: number): number {
  const call = lastTold(facts.calls, calls, firm)
  const visit = lastTold(facts.visits, visits, firm)
  if (call === 0 || visit === 0) return call - visit
  return isLater(facts.visits, visit, facts.calls, call) ? -visit : call
}

function lastTold(deeds: Deeds, chosen: Uint8Array, firm: number): number {
  const { bits } = deeds.columns
  const { previous } = deeds.chain
  let row = latestOf(deeds, firm)
  while (row !== 0 && (chosen[row] === 0 || levelIn(bits[row] as number) === 0)) row = previous[row] as number
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
  const { firms, calls, visits } = selection.evidence.facts
  const sectors = selection.evidence.lists.sectors.ids
  const campaignOf = (firm: number) => answerOf(selection, answerBy(selection, firm)).campaign
  const tables = tablesByStratum(selection, campaignOf, sectors.length * DIGITAL.length)
  for (let firm = 1; firm < firms.n; firm++) {
    const answer = answerBy(selection, firm)
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

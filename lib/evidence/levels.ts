import type { LevelCount } from '@/lib/digital/rules'
import { tablesByStratum } from '@/lib/evidence/by-stratum'
import { isLater, latestOf } from '@/lib/evidence/columns'
import { type Deeds, DIGITAL, LEVEL_FROM } from '@/lib/evidence/facts'
import { once, type Selection } from '@/lib/evidence/selection'

const levelIn = (bits: number) => (bits >> LEVEL_FROM) & 3

/** By firm: the call or the visit at which it last told its digital level in the filter. Visits are negative, 0 is none. */
export const answers = once((selection: Selection): Int32Array => {
  const { firms, calls, visits } = selection.evidence.facts
  const found = lastTold(calls, selection.calls, firms.n)
  const seen = lastTold(visits, selection.visits, firms.n)
  for (let firm = 1; firm < found.length; firm++) {
    const visit = seen[firm] as number
    if (visit === 0) continue
    const call = found[firm] as number
    if (call === 0 || isLater(visits, visit, calls, call)) found[firm] = -visit
  }
  return found
})

/** By firm: the last row, of those chosen, in which a level was told; 0 for none. */
function lastTold(deeds: Deeds, chosen: Uint8Array, firms: number): Int32Array {
  const { bits, firm } = deeds.columns
  const { previous, loose } = deeds.chain
  const last = new Int32Array(firms)
  for (let row = 1; row < chosen.length; row++) {
    if (chosen[row] === 0) continue
    const level = levelIn(bits[row] as number)
    const of = firm[row] as number
    const other = last[of] as number
    // The last of a firm stays. All ones where it told: a condition would be guessed wrong as often as right.
    last[of] = other ^ ((other ^ row) & -((level | (level >> 1)) & 1))
  }
  for (const one of loose) {
    if (one >= firms) continue
    let row = latestOf(deeds, one)
    while (row !== 0 && (chosen[row] === 0 || levelIn(bits[row] as number) === 0)) row = previous[row] as number
    last[one] = row
  }
  return last
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
    const table = tables.of(firm)
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

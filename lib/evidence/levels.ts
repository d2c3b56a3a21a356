import type { LevelCount } from '@/lib/digital/rules'
import { strataOf } from '@/lib/evidence/by-stratum'
import { isLater } from '@/lib/evidence/columns'
import { type Deeds, DIGITAL, LEVEL, levelIn } from '@/lib/evidence/facts'
import { placesOf, rowsWith } from '@/lib/evidence/rows'
import { type DeedName, once, type Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'

/** By firm: the call or the visit at which it last told its digital level in the filter. Visits are negative, 0 is none. */
export const answers = once((selection: Selection): Int32Array => {
  const { calls, visits } = selection.evidence.facts
  const [found, seen] = [lastTold(selection, 'calls'), lastTold(selection, 'visits')]
  const { firms } = visitsSaid(selection)
  for (let i = 0; i < firms.length; i++) {
    const firm = firms[i] as number
    const visit = seen[firm] as number
    if (visit === 0) continue
    const call = found[firm] as number
    if (call === 0 || isLater(visits, visit, calls, call)) found[firm] = -visit
  }
  return found
})

/** By firm: the last call, or visit, of the filter at which it told a level, 0 for none. */
function lastTold(selection: Selection, table: DeedName): Int32Array {
  const { firms, [table]: deeds } = selection.evidence.facts
  const { bits, firm } = deeds.columns
  const last = new Int32Array(firms.n)
  const told = rowsWith(selection[table], bits, LEVEL)
  for (let i = 0; i < told.length; i++) {
    const row = told[i] as number
    last[firm[row] as number] = row
  }
  for (const one of selection.laid.apart) {
    for (const row of selection.of(one, table)) if (last[one] === 0 && (bits[row] as number) & LEVEL) last[one] = row
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
  const firms = telling(told)
  const strata = strataOf(selection, firms, () => campaignsOf(selection, firms))
  const size = sectors.length * DIGITAL.length
  const table = new Uint32Array(strata.names.length * size)
  const said = new Int32Array(firms.length)
  addSaid(said, firms, told, 1, calls)
  addSaid(said, firms, told, -1, visits)
  for (let i = 0; i < firms.length; i++) (table[(strata.of[i] as number) * size + (said[i] as number)] as number)++
  return strata.names.flatMap((stratum, place) =>
    [...table.subarray(place * size, (place + 1) * size)].flatMap((firms, i) => {
      const [sectorId, level] = [sectors[Math.floor(i / DIGITAL.length)], DIGITAL[i % DIGITAL.length]]
      return firms && sectorId && level ? [{ sectorId, level, stratum, firms }] : []
    }),
  )
}

/** In which campaign each of the firms told. */
function campaignsOf(selection: Selection, firms: Int32Array): Uint16Array {
  const told = answers(selection)
  const campaigns = new Uint16Array(firms.length)
  for (let i = 0; i < firms.length; i++) campaigns[i] = answerOf(selection, told[firms[i] as number] as number).campaign
  return campaigns
}

function telling(told: Int32Array): Int32Array {
  const ones = new Uint8Array(told.length)
  for (let firm = 1; firm < told.length; firm++) ones[firm] = Number(told[firm] !== 0)
  return placesOf(ones)
}

/** Which sector and level each of the firms told: those that did at a call (`side` 1), or at a visit (-1). */
function addSaid(said: Int32Array, firms: Int32Array, told: Int32Array, side: 1 | -1, { columns }: Deeds) {
  const { sector, bits } = columns
  for (let i = 0; i < firms.length; i++) {
    const row = Math.max((told[firms[i] as number] as number) * side, 0)
    // Row 0 is none, and all of it is 0.
    ;(said[i] as number) += (sector[row] as number) * DIGITAL.length + levelIn(bits[row] as number) - Number(row !== 0)
  }
}

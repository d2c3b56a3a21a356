import type { LevelCount } from '@/lib/digital/rules'
import { tablesByStratum } from '@/lib/evidence/by-stratum'
import { isLater } from '@/lib/evidence/columns'
import { DIGITAL, LEVEL, levelIn } from '@/lib/evidence/facts'
import { eachOf, once, rowsWith, type Selection } from '@/lib/evidence/selection'
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
function lastTold(selection: Selection, table: 'calls' | 'visits'): Int32Array {
  const { firms, [table]: deeds } = selection.evidence.facts
  const { bits, firm } = deeds.columns
  const { is, rows } = selection[table]
  const last = new Int32Array(firms.n)
  const told = rowsWith(rows, bits, LEVEL)
  for (let i = 0; i < told.length; i++) last[firm[told[i] as number] as number] = told[i] as number
  for (const one of selection.apart) {
    eachOf(deeds, is, one, (row) => {
      if (last[one] === 0 && (bits[row] as number) & LEVEL) last[one] = row
    })
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
  const campaignOf = (firm: number) => {
    const answer = told[firm] as number
    return (answer > 0 ? calls.columns.campaign[answer] : visits.columns.campaign[-answer]) as number
  }
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

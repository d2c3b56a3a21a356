import type { LevelCount } from '@/lib/digital/rules'
import { type Deeds, DIGITAL, LEVEL_FROM } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
import { isLater } from '@/lib/evidence/sieve'
import { tablesByStratum } from '@/lib/evidence/strata'

const levelIn = (bits: number) => (bits >> LEVEL_FROM) & 3

/** By firm: the call or the visit at which it last told its digital level in the filter. Visits are negative, 0 is none. */
export function answers({ evidence, calls, visits }: Selection): Int32Array {
  const { facts } = evidence
  const latest = new Int32Array(facts.firms.n)
  const look = (told: Uint8Array, deeds: Deeds, sign: 1 | -1) => {
    const { bits, firm } = deeds.columns
    for (let i = 1; i < told.length; i++) {
      if (told[i] === 0 || levelIn(bits[i] as number) === 0) continue
      const of = firm[i] as number
      const before = latest[of] as number
      const other = before > 0 ? facts.calls : facts.visits
      if (before === 0 || isLater(deeds, i, other, Math.abs(before))) latest[of] = sign * i
    }
  }
  look(calls, facts.calls, 1)
  look(visits, facts.visits, -1)
  return latest
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
  const latest = answers(selection)
  const { calls, visits } = selection.evidence.facts
  const sectors = selection.evidence.lists.sectors.ids
  const campaignOf = (firm: number) => answerOf(selection, latest[firm] as number).campaign
  const tables = tablesByStratum(selection, campaignOf, sectors.length * DIGITAL.length)
  for (let firm = 1; firm < latest.length; firm++) {
    const answer = latest[firm] as number
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

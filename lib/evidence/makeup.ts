import type { Tally } from '@/lib/composition/rules'
import { ACTIVE, FEMALE, FOREIGN, SIZE, SIZE_FROM, TRAITS, YOUNG } from '@/lib/evidence/facts'
import { rowsWith, sumWhere } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'
import { SIZES } from '@/lib/insight/schema'

const NONE = { sectorId: null, sizeClass: null, municipalityCode: null, young: null, female: null, foreign: null }

/** Firms counted along each dimension; `set` says which, as in `Tally`. */
class Counts {
  private readonly sectors: Uint32Array
  private readonly places: Uint32Array
  /** By the bits `TRAITS`: size and flags together. */
  private readonly traits = new Uint32Array(TRAITS + 1)

  constructor(
    private readonly selection: Selection,
    private readonly of: { bits: Uint16Array; sector: Uint16Array; municipality: Uint16Array },
  ) {
    const { sectors, municipalities } = selection.evidence.lists
    this.sectors = new Uint32Array(sectors.ids.length)
    this.places = new Uint32Array(Math.max(1, municipalities.ids.length))
  }

  add(serial: number) {
    const { bits, sector, municipality } = this.of
    ;(this.sectors[sector[serial] as number] as number)++
    ;(this.places[municipality[serial] as number] as number)++
    ;(this.traits[(bits[serial] as number) & TRAITS] as number)++
  }

  tallies(): Tally[] {
    const { sectors, municipalities } = this.selection.evidence.lists
    const { traits } = this
    const flag = (name: 'young' | 'female' | 'foreign', bit: number, set: number): Tally[] =>
      [true, false].map((value) => ({ ...NONE, [name]: value, set, firms: sumWhere(traits, bit, value ? bit : 0) }))
    const all: Tally[] = [
      ...[...this.sectors].map((firms, i) => ({ ...NONE, sectorId: sectors.ids[i] ?? null, set: 0b011111, firms })),
      ...SIZES.map((sizeClass, i) => {
        return { ...NONE, sizeClass, set: 0b101111, firms: sumWhere(traits, SIZE, i << SIZE_FROM) }
      }),
      ...[...this.places].map((firms, i) => {
        return { ...NONE, municipalityCode: municipalities.ids[i] ?? null, set: 0b110111, firms }
      }),
      ...flag('young', YOUNG, 0b111011),
      ...flag('female', FEMALE, 0b111101),
      ...flag('foreign', FOREIGN, 0b111110),
    ]
    return [...all.filter(({ firms }) => firms > 0), { ...NONE, set: 0b111111, firms: sumWhere(traits, 0) }]
  }
}

/** Active firms of the register that the filter describes, as they are today. */
export function countRegister(selection: Selection): Tally[] {
  const { columns } = selection.evidence.facts.firms
  const counts = new Counts(selection, columns)
  const active = rowsWith(selection.firms, columns.bits, ACTIVE)
  for (let i = 0; i < active.length; i++) counts.add(active[i] as number)
  return counts.tallies()
}

/** Firms visited in the filter, as they were at their last visit there. */
export function countVisited(selection: Selection): Tally[] {
  const counts = new Counts(selection, selection.evidence.facts.visits.columns)
  const { last, firms } = visitsSaid(selection)
  for (let i = 0; i < firms.length; i++) counts.add(last[firms[i] as number] as number)
  return counts.tallies()
}

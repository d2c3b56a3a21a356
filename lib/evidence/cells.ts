import { asked } from '@/lib/evidence/asked'
import { tablesByStratum } from '@/lib/evidence/by-stratum'
import type { Names } from '@/lib/evidence/names'
import type { Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'
import { FLAGS } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'

/**
 * Visited firms by sector and by each flag, in all (`needTypeId` null) and by what they ask for; by stratum too where the
 * figures are weighted.
 */
export function countCells(selection: Selection): Cell[] {
  const { facts, lists } = selection.evidence
  const { bits, sector, campaign } = facts.visits.columns
  const { firm: firmOf, type } = facts.needs.columns
  const sectors = lists.sectors.ids
  const { last, firms } = visitsSaid(selection)
  // First column: all firms; then the types of need. A row for each sector and combination of flags.
  const types = lists.needTypes.ids.filter(Boolean)
  const column = columnsOf(lists.needTypes)
  const width = types.length + 1
  const campaignOf = (firm: number) => campaign[last[firm] as number] ?? 0
  const tables = tablesByStratum(selection, campaignOf, sectors.length * 8 * width)
  /** By firm. */
  const rows = new Int32Array(last.length)
  for (let i = 0; i < firms.length; i++) {
    const firm = firms[i] as number
    const visit = last[firm] as number
    const row = ((sector[visit] as number) * 8 + (((bits[visit] as number) >> 1) & 7)) * width
    rows[firm] = row
    ;(tables.of(firm)[row] as number)++
  }
  const { first } = asked(selection)
  for (let i = 0; i < first.length; i++) {
    const need = first[i] as number
    const firm = firmOf[need] as number
    ;(tables.of(firm)[(rows[firm] as number) + (column[type[need] as number] as number)] as number)++
  }
  return tables
    .all()
    .flatMap(([stratum, table]) => cellsOf(sidesOf(table, sectors.length, width), sectors, types, stratum))
}

/** By the serial of a name: its place among those there are, from 1 on. Passes over the gaps of a sequence. */
function columnsOf({ ids }: Names): Int16Array {
  const places = new Int16Array(ids.length)
  let names = 0
  ids.forEach((_, serial) => {
    places[serial] = ++names
  })
  return places
}

/** Rows: the sectors, then both sides of each flag. */
function sidesOf(table: Uint32Array, sectors: number, width: number): Uint32Array {
  const sides = new Uint32Array((sectors + 6) * width)
  table.forEach((firms, i) => {
    if (!firms) return
    const column = i % width
    const row = (i - column) / width
    ;(sides[(row >> 3) * width + column] as number) += firms
    FLAGS.forEach((_, flag) => {
      ;(sides[(sectors + 2 * flag + ((row >> flag) & 1)) * width + column] as number) += firms
    })
  })
  return sides
}

function cellsOf(table: Uint32Array, sectors: string[], types: string[], stratum: string | null): Cell[] {
  const cells: Cell[] = []
  const width = types.length + 1
  for (let i = 0; i < table.length; i++) {
    const firms = table[i] as number
    if (!firms) continue
    const [row, column] = [Math.floor(i / width), i % width]
    const flag = row - sectors.length
    const side = { sectorId: sectors[row] ?? null, young: null, female: null, foreign: null }
    const one = flag < 0 ? side : { ...side, [FLAGS[flag >> 1] as string]: flag % 2 === 1 }
    cells.push({ ...one, stratum, needTypeId: types[column - 1] ?? null, firms })
  }
  return cells
}

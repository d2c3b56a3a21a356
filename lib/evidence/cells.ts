import { AT_ONCE, asks } from '@/lib/evidence/asked'
import { strataOf } from '@/lib/evidence/by-stratum'
import type { Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'
import { FLAGS } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'

/**
 * Visited firms by sector and by each flag, in all (`needTypeId` null) and by what they ask for; by stratum too where the
 * figures are weighted.
 */
export function countCells(selection: Selection): Cell[] {
  const { sectors, needTypes } = selection.evidence.lists
  const { firms } = visitsSaid(selection)
  const strata = strataOf(selection, firms, () => campaignsOf(selection))
  // First column: all firms; then the types of need. A row for each sector and combination of flags, in each stratum.
  const types = [...needTypes.serials]
  const width = types.length + 1
  const size = sectors.ids.length * 8 * width
  const table = new Uint32Array(strata.names.length * size)
  const rows = rowsOf(selection, width)
  for (let i = 0; i < firms.length; i++) {
    ;(rows[i] as number) += (strata.of[i] as number) * size
    ;(table[rows[i] as number] as number)++
  }
  asks(selection).forEach((some, i) => {
    addAsking(table, rows, i * AT_ONCE + 1, firms, some)
  })
  const ids = types.map(([id]) => id)
  return strata.names.flatMap((stratum, place) => {
    const sides = sidesOf(table.subarray(place * size, (place + 1) * size), sectors.ids.length, width)
    return cellsOf(sides, sectors.ids, ids, stratum)
  })
}

/** For which campaign each visited firm was last visited. */
function campaignsOf(selection: Selection): Uint16Array {
  const { campaign } = selection.evidence.facts.visits.columns
  const { last, firms } = visitsSaid(selection)
  const campaigns = new Uint16Array(firms.length)
  for (let i = 0; i < firms.length; i++) campaigns[i] = campaign[last[firms[i] as number] as number] as number
  return campaigns
}

/** Where the row of each visited firm begins, in a table of this width: it counts as it was at its last visit. */
function rowsOf(selection: Selection, width: number): Int32Array {
  const { bits, sector } = selection.evidence.facts.visits.columns
  const { last, firms } = visitsSaid(selection)
  const rows = new Int32Array(firms.length)
  for (let i = 0; i < firms.length; i++) {
    const visit = last[firms[i] as number] as number
    rows[i] = ((sector[visit] as number) * 8 + (((bits[visit] as number) >> 1) & 7)) * width
  }
  return rows
}

/** Counts each firm in the columns, from `first` on, of what it asks for. */
function addAsking(table: Uint32Array, rows: Int32Array, first: number, firms: Int32Array, asks: Int32Array) {
  for (let i = 0; i < firms.length; i++) {
    const start = (rows[i] as number) + first
    for (let more = asks[firms[i] as number] as number; more !== 0; more &= more - 1) {
      ;(table[start + 31 - Math.clz32(more & -more)] as number)++
    }
  }
}

/** Rows: the sectors, then both sides of each flag. */
function sidesOf(table: Uint32Array, sectors: number, width: number): Uint32Array {
  const sides = new Uint32Array((sectors + 6) * width)
  for (let i = 0; i < table.length; i++) {
    const firms = table[i] as number
    if (firms === 0) continue
    const column = i % width
    const row = (i - column) / width
    ;(sides[(row >> 3) * width + column] as number) += firms
    for (let flag = 0; flag < FLAGS.length; flag++) {
      ;(sides[(sectors + 2 * flag + ((row >> flag) & 1)) * width + column] as number) += firms
    }
  }
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

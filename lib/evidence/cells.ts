import { FIRST_TYPE, OUTCOME, type Selection } from '@/lib/evidence/selection'
import { tablesByStratum } from '@/lib/evidence/strata'
import { FLAGS } from '@/lib/insight/schema'
import type { Cell } from '@/lib/ranking/rules'

/**
 * Visited firms by sector and by each flag, in all (`needTypeId` null) and by what they ask for; by stratum too where the
 * figures are weighted.
 */
export function countCells(selection: Selection): Cell[] {
  const { facts, lists } = selection.evidence
  const { bits, sector, campaign } = facts.visits.columns
  const { last, asked } = selection
  const sectors = lists.sectors.ids
  // In the order of their places. A row for each sector and combination of flags; first column: all firms.
  const types = lists.needTypes.ids.filter(Boolean)
  const width = types.length + 1
  const tables = tablesByStratum(selection, (firm) => campaign[last[firm] as number] ?? 0, sectors.length * 8 * width)
  for (let firm = 1; firm < last.length; firm++) {
    const visit = last[firm] as number
    if (visit === 0) continue
    const table = tables.whole ?? tables.of(firm)
    const row = ((sector[visit] as number) * 8 + (((bits[visit] as number) >> 1) & 7)) * width
    ;(table[row] as number)++
    for (let word = asked.at; word < asked.stride; word++) {
      let left = asked.marks[firm * asked.stride + word] as number
      if (word === asked.at) left &= ~OUTCOME
      while (left !== 0) {
        const bit = 31 - Math.clz32(left)
        left ^= 1 << bit
        ;(table[row + 1 - FIRST_TYPE + (word - asked.at) * 32 + bit] as number)++
      }
    }
  }
  return tables
    .all()
    .flatMap(([stratum, table]) => cellsOf(sidesOf(table, sectors.length, width), sectors, types, stratum))
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

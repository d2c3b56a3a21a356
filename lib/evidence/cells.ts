import { FEMALE, FOREIGN, YOUNG } from '@/lib/evidence/facts'
import type { Selection } from '@/lib/evidence/selection'
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
  // The order of their places. Rows: sectors by serial, then two for each flag; first column: all firms.
  const types = lists.needTypes.ids.filter(Boolean)
  const width = types.length + 1
  const flags = sectors.length * width
  const tables = tablesByStratum(selection, (firm) => campaign[last[firm] as number] ?? 0, flags + 6 * width)
  for (let firm = 1; firm < last.length; firm++) {
    const visit = last[firm] as number
    if (visit === 0) continue
    const table = tables.of(firm)
    const was = bits[visit] as number
    const inSector = (sector[visit] as number) * width
    const young = flags + (was & YOUNG ? width : 0)
    const female = flags + (was & FEMALE ? 3 * width : 2 * width)
    const foreign = flags + (was & FOREIGN ? 5 * width : 4 * width)
    const count = (column: number) => {
      ;(table[inSector + column] as number)++
      ;(table[young + column] as number)++
      ;(table[female + column] as number)++
      ;(table[foreign + column] as number)++
    }
    count(0)
    for (let word = 0; word < asked.words; word++) {
      let left = asked.types[firm * asked.words + word] as number
      while (left !== 0) {
        const bit = 31 - Math.clz32(left)
        left ^= 1 << bit
        count(1 + word * 32 + bit)
      }
    }
  }
  return tables.all().flatMap(([stratum, table]) => cellsOf(table, sectors, types, stratum))
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

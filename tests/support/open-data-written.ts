import type { Counted, Told } from '@/lib/open-data/rules'
import type { TableId } from '@/lib/open-data/schema'
import { Attack } from './attack'
import { type Firm, NEEDS, SECTORS, SIZES, STEPS } from './open-data-worlds'

export type Published = { edition: Told[]; counted: Counted[]; firms: Firm[] }
/** A number that is told or kept back, and as it is. */
export type Cell = { at: number; told: number | null; truth: number }
/** `rests`: who is in the first and not in the second, which no table says but a subtraction. */
export type Written = { cells: Map<string, Cell>; rests: Map<string, readonly [whole: Cell, part: Cell]> }

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)

type Parted = { rows: Cell[]; parts: Cell[][] }

/** Editions as one system of whole numbers, and beside it each number as it is. */
export class Book {
  readonly attack = new Attack()
  readonly truth: number[] = []

  /**
   * All tables of an edition: a number that stands in two tables is one unknown, and told once it is told. `jointly`: firm by
   * firm across the tables, which makes many unknowns.
   */
  write({ edition, counted, firms }: Published, jointly: boolean): Written {
    const cells: Written['cells'] = new Map()
    const rests: Written['rests'] = new Map()
    const cell = (name: string, truth: number, told: number | null = null): Cell => {
      const one = cells.get(name) ?? { at: this.number(told, truth), told, truth }
      if (one.told === null && told !== null) this.attack.whole([one.at], this.number(told, truth))
      one.told ??= told
      cells.set(name, one)
      return one
    }
    const within = (part: Cell, whole: Cell, name: string) => {
      this.attack.atMost(part.at, whole.at)
      rests.set(name, [whole, part])
    }
    const table = (id: TableId) => {
      const [told, is] = [edition, counted].map((tables) => tables.find((one) => one.id === id)) as [Told, Counted]
      return {
        base: [told.base, is.base] as const,
        columns: told.columns.map((line, at) => [line, is.columns[at]] as const),
      }
    }
    /** A column and its total, which other tables may tell as well. */
    const line = (of: string, [told, is]: readonly [Told['base'], Counted['base']], whole: string) => {
      const rows = (is?.counts ?? []).map((truth, row) => cell(`${of} ${row}`, truth, told?.counts[row]))
      const total = cell(whole, sum(is?.counts ?? []), told?.total)
      this.attack.whole(
        rows.map(({ at }) => at),
        total.at,
      )
      return { rows, total }
    }
    const parted = (id: TableId, whole: string): Parted => {
      const { base, columns } = table(id)
      const all = line(`${id} ${whole}`, base, whole)
      const parts = columns.map(([told, is]) => {
        const part = line(`${id} ${told.code}`, [told, is], told.code)
        within(part.total, all.total, `${whole} without ${told.code}`)
        for (const [row, one] of part.rows.entries()) {
          within(one, all.rows[row] ?? all.total, `${id} without ${told.code} ${row}`)
        }
        return part.rows
      })
      return { rows: all.rows, parts }
    }
    const bySector = parted('needs-by-sector', 'visited')
    const bySize = parted('needs-by-size', 'visited')
    parted('contacts-by-municipality', 'contacted')

    const programme = table('programme').columns[0]
    const steps = STEPS.map(({ code }, at) => cell(code, programme?.[1]?.counts[at] ?? 0, programme?.[0].counts[at]))
    steps.reduce((whole, part, at) => {
      within(part, whole, `${STEPS[at - 1]?.code} without ${STEPS[at]?.code}`)
      return part
    })
    const withNeeds = cell('with_needs', steps[3]?.truth ?? 0)
    for (const { code } of NEEDS) within(cells.get(code) as Cell, withNeeds, `with needs, ${code} not among them`)

    const levels = table('digital-by-sector').columns.map(
      ([told, is]) => line(`digital ${told.code}`, [told, is], told.code).rows,
    )
    // Only who was spoken with told a level, and who was visited was spoken with: in each sector.
    const spoken = SECTORS.map((_, sector) => this.count(firms, (firm) => firm.step >= 1 && firm.sector === sector))
    this.attack.whole(spoken, cells.get('contacted')?.at ?? 0)
    for (const [sector, of] of spoken.entries()) {
      this.attack.atMost(bySector.rows[sector]?.at ?? 0, of)
      this.attack.whole([...levels.map((rows) => rows[sector]?.at ?? 0), this.slack(firms, sector)], of)
    }
    if (jointly) this.join(firms, bySector, bySize, withNeeds)
    return { cells, rests }
  }

  /** The visited are the same firms by sector, by size and by all that they ask for. */
  private join(firms: Firm[], bySector: Parted, bySize: Parted, withNeeds: Cell) {
    const visited = firms.filter(({ step }) => step >= 2)
    const asks = [...Array(2 ** NEEDS.length).keys()].map((mask) =>
      NEEDS.map((_, need) => Math.floor(mask / 2 ** need) % 2 === 1),
    )
    const kinds = SECTORS.flatMap((_, sector) =>
      SIZES.flatMap((_, size) => asks.map((needs) => ({ sector, size, needs }))),
    )
    const joint = kinds.map((kind) => {
      const isKind = (firm: Firm) =>
        firm.sector === kind.sector && firm.size === kind.size && `${firm.needs}` === `${kind.needs}`
      return { ...kind, at: this.count(visited, isKind) }
    })
    type Kind = (typeof joint)[number]
    const together = (which: (kind: Kind) => boolean, whole: Cell | undefined) => {
      if (whole)
        this.attack.whole(
          joint.filter(which).map(({ at }) => at),
          whole.at,
        )
    }
    for (const [by, key, rows] of [
      [bySector, 'sector', SECTORS],
      [bySize, 'size', SIZES],
    ] as const) {
      for (const row of rows.keys()) {
        together((kind) => kind[key] === row, by.rows[row])
        for (const need of NEEDS.keys())
          together((kind) => kind[key] === row && Boolean(kind.needs[need]), by.parts[need]?.[row])
      }
    }
    together(({ needs }) => needs.some(Boolean), withNeeds)
  }

  private number(told: number | null, truth: number): number {
    this.truth.push(truth)
    return this.attack.cell(told)
  }

  private count(firms: Firm[], which: (firm: Firm) => boolean): number {
    return this.number(null, firms.filter(which).length)
  }

  /** Who was spoken with and told no level. */
  private slack(firms: Firm[], sector: number): number {
    return this.count(firms, (firm) => firm.step >= 1 && firm.sector === sector && firm.level === null)
  }
}

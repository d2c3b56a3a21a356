import { solve } from 'yalps'
import type { Attack } from './attack'

/** A count and how often it is added (−1: taken away). */
export type Term = readonly [count: number, times: number]

const worth = (terms: readonly Term[], world: number[]) =>
  terms.reduce((sum, [count, times]) => sum + times * (world[count] ?? 0), 0)

/**
 * All whole worlds that agree with everything told, where an attack by intervals may believe in too many: a solver of
 * linear programs in whole numbers looks for them, and each that it finds is checked against every rule. So nothing
 * counts as hidden because the solver errs.
 */
export class OtherWorlds {
  private readonly reaches: [number, number][]
  private readonly found: number[][] = []

  /** `truth`: the counts as they are. Throws where they break a rule themselves. */
  constructor(
    private readonly attack: Attack,
    truth: number[],
  ) {
    this.reaches = attack.reaches()
    this.keep(truth)
  }

  /**
   * From where to where a sum lies in some worlds: as soon as two are `apart` there is no need of more, else in all of them.
   */
  range(terms: readonly Term[], apart: number): readonly [low: number, high: number] {
    for (const direction of ['maximize', 'minimize'] as const) {
      const [low, high] = this.seen(terms)
      if (high - low >= apart) return [low, high]
      this.search(terms, direction)
    }
    return this.seen(terms)
  }

  private seen(terms: readonly Term[]): readonly [number, number] {
    const worths = this.found.map((world) => worth(terms, world))
    return [Math.min(...worths), Math.max(...worths)]
  }

  private keep(world: number[]) {
    const isWithin = (value: number, from: number, to: number) => value >= from && value <= to
    const agrees =
      world.every(
        (count, at) => Number.isInteger(count) && isWithin(count, ...(this.reaches[at] as [number, number])),
      ) && this.attack.rules.every(({ terms, from, to }) => isWithin(worth(terms, world), from, to))
    if (!agrees) throw new Error('A world that does not agree with what is told')
    this.found.push(world)
  }

  /** The world in which a sum is greatest or least. Counts that are known leave the program; the others start at their least. */
  private search(terms: readonly Term[], direction: 'maximize' | 'minimize') {
    const least = this.reaches.map(([low]) => low)
    const isFree = (count: number) => (this.reaches[count]?.[0] ?? 0) < (this.reaches[count]?.[1] ?? 0)
    const variables = new Map<number, Map<number, number>>()
    const constraints = new Map<number, { equal?: number; min?: number; max?: number }>()
    const add = (name: number, of: readonly Term[]) => {
      for (const [count, times] of of.filter(([count]) => isFree(count))) {
        const variable = variables.get(count) ?? new Map<number, number>()
        variables.set(count, variable.set(name, (variable.get(name) ?? 0) + times))
      }
    }
    for (const [name, { terms, from, to }] of this.attack.rules.entries()) {
      const known = worth(terms, least)
      add(name, terms)
      if (terms.some(([count]) => isFree(count))) {
        constraints.set(name, from === to ? { equal: to - known } : { min: from - known, max: to - known })
      }
    }
    const objective = this.attack.rules.length
    add(objective, terms)
    // What may be without end is asked for no further than anybody could count.
    constraints.set(objective, direction === 'maximize' ? { max: MANY } : { min: -MANY })
    const model = { direction, objective, constraints, variables }
    // Its corners are whole nearly always.
    const corner = solve(model, { tolerance: 0 })
    const isWhole = corner.variables.every(([, value]) => Math.abs(value - Math.round(value)) < 1e-6)
    const { status, variables: more } = isWhole
      ? corner
      : solve({ ...model, integers: true }, { tolerance: 0, timeout: 5000 })
    if (status !== 'optimal') throw new Error(`The solver finds a world ${status}`)
    const world = [...least]
    for (const [count, value] of more) world[count] = (world[count] ?? 0) + Math.round(value)
    this.keep(world)
  }
}

const MANY = 1000

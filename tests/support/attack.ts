/**
 * Somebody who writes down everything that is told as equations in whole numbers, and narrows each unknown until nothing
 * moves. Cells, their totals, parts of parts and steps make trees, in which that finds the true ends (no cycle hides any).
 */
export class Attack {
  private readonly low: number[] = []
  private readonly high: number[] = []
  /** Sums of the terms that lie between two numbers. */
  readonly rules: { terms: readonly (readonly [number, number])[]; from: number; to: number }[] = []

  /** A count: told, or null where it is kept back. */
  cell(told: number | null, most = Number.POSITIVE_INFINITY, least = 0): number {
    this.low.push(told ?? least)
    return this.high.push(told ?? most) - 1
  }

  whole(parts: number[], total: number): void {
    this.rule([...parts.map((part) => [part, 1] as const), [total, -1]], 0, 0)
  }

  atMost(part: number, whole: number | number[]): void {
    const wholes = [whole].flat()
    this.rule([[part, 1], ...wholes.map((one) => [one, -1] as const)], Number.NEGATIVE_INFINITY, 0)
  }

  private rule(terms: readonly (readonly [number, number])[], from: number, to: number) {
    this.rules.push({ terms, from, to })
  }

  /** From where to where each count may lie, by what `cell` gave. Throws where what is told contradicts itself. */
  reaches(): [number, number][] {
    for (let moved = true; moved; ) {
      moved = false
      for (const rule of this.rules) if (this.narrow(rule)) moved = true
    }
    return this.low.map((low, i) => {
      const high = this.high[i] as number
      if (low > high) throw new Error(`Count ${i} would lie from ${low} to ${high}`)
      return [low, high]
    })
  }

  private narrow({ terms, from, to }: (typeof this.rules)[number]): boolean {
    let moved = false
    const least = ([i, sign]: readonly [number, number]) =>
      (sign > 0 ? this.low[i] : -(this.high[i] as number)) as number
    const most = ([i, sign]: readonly [number, number]) =>
      (sign > 0 ? this.high[i] : -(this.low[i] as number)) as number
    for (const term of terms) {
      const others = terms.filter((other) => other !== term)
      const up = to - others.reduce((sum, other) => sum + least(other), 0)
      const down = from - others.reduce((sum, other) => sum + most(other), 0)
      const [i, sign] = term
      const [low, high] = sign > 0 ? [down, up] : [-up, -down]
      if (low > (this.low[i] as number)) {
        this.low[i] = low
        moved = true
      }
      if (high < (this.high[i] as number)) {
        this.high[i] = high
        moved = true
      }
      if ((this.low[i] as number) > (this.high[i] as number)) throw new Error(`Count ${i} cannot be`)
    }
    return moved
  }
}

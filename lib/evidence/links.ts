import { type Chain, copyOf } from '@/lib/evidence/columns'

const room = (firms: number) => Math.ceil(firms * 1.05) + 4096

/**
 * A chain while its next state is made. A row that becomes its firm's latest is written into the arrays of the state
 * before, whose readers pass over it: it lies behind their end. For all else both arrays are copied first, never one
 * alone: `last` of one and `previous` of another do not fit together.
 */
export class Links {
  private copied = false

  constructor(
    public chain: Chain,
    /** Where the rows of a firm have an order. */
    private readonly isLater?: (row: number, other: number) => boolean,
  ) {}

  /** A row that is in no firm's chain. */
  link(row: number, firm: number) {
    this.chain.loose.add(firm)
    if (firm >= this.chain.last.length) this.widen(firm + 1)
    const head = this.chain.last[firm] as number
    if (head === 0 || !this.isLater || this.isLater(row, head)) {
      this.chain.previous[row] = head
      this.chain.last[firm] = row
      return
    }
    this.copy()
    const { previous } = this.chain
    let after = head
    while (previous[after] !== 0 && !this.isLater(row, previous[after] as number)) after = previous[after] as number
    previous[row] = previous[after] as number
    previous[after] = row
  }

  unlink(row: number, firm: number) {
    this.chain.loose.add(firm)
    this.copy()
    const { last, previous } = this.chain
    if (last[firm] === row) {
      last[firm] = previous[row] as number
      return
    }
    let after = last[firm] as number
    while (after !== 0 && previous[after] !== row) after = previous[after] as number
    if (after !== 0) previous[after] = previous[row] as number
  }

  /** Rows that lie firm by firm already, the latest of each at its end. */
  lay(n: number, rows: number, firm: Int32Array) {
    const [last, previous] = [new Int32Array(room((firm[n - 1] ?? 0) + 1)), new Int32Array(rows)]
    this.chain = { last, previous, loose: new Set() }
    for (let row = 1; row < n; row++) {
      const of = firm[row] as number
      previous[row] = last[of] as number
      last[of] = row
    }
    this.copied = true
  }

  grow(rows: number) {
    this.chain = { ...this.chain, last: copyOf(this.chain.last), previous: copyOf(this.chain.previous, rows) }
    this.copied = true
  }

  private widen(firms: number) {
    this.chain = { ...this.chain, last: copyOf(this.chain.last, room(firms)) }
  }

  private copy() {
    if (this.copied) return
    this.copied = true
    this.chain = { ...this.chain, last: copyOf(this.chain.last), previous: copyOf(this.chain.previous) }
  }
}

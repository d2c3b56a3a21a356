import { latestOf } from '@/lib/evidence/columns'
import { type Facts, SAID, THERE } from '@/lib/evidence/facts'
import { keeping } from '@/lib/evidence/kept'
import { having } from '@/lib/evidence/rows'

/**
 * Rows that lie firm by firm, 1 at each, and the firms of which some row was put apart from their others since these were
 * laid: each of them is walked on its own. Of firms and needs all that there are; needs said at a visit or on the phone.
 */
export type Laid = { firms: Uint8Array; calls: Uint8Array; visits: Uint8Array; needs: Uint8Array; apart: number[] }

const masks = keeping<Uint8Array>(4)
const deeds = keeping<Pick<Laid, 'calls' | 'visits' | 'apart'>>(2)

export function laidOf({ firms, calls, visits, needs }: Facts): Laid {
  return {
    firms: masks(`firms ${firms.version}`, () => having(firms.n, firms.columns.bits, THERE)),
    needs: masks(`needs ${needs.version}`, () => having(needs.n, needs.columns.bits, SAID)),
    // Found at once: a later state may put more firms apart meanwhile.
    ...deeds(`${firms.version} ${calls.version} ${visits.version}`, () => {
      const loose = new Set([...calls.chain.loose, ...visits.chain.loose])
      const apart = [...loose].filter((firm) => firm < firms.n)
      return { calls: without(calls, apart), visits: without(visits, apart), apart }
    }),
  }
}

function without(table: Facts['calls'] | Facts['visits'], apart: number[]): Uint8Array {
  const ones = new Uint8Array(table.n).fill(1, 1)
  for (const firm of apart) {
    for (let row = latestOf(table, firm); row !== 0; row = table.chain.previous[row] as number) ones[row] = 0
  }
  return ones
}

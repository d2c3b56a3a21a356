import 'server-only'
import type { Tx } from '@/lib/db'
import { type Cell, planDraw, valuesOf } from '@/lib/draws/rules'
import type { DrawDesign } from '@/lib/draws/schema'
import { drawStrata, keepStrata } from '@/lib/frames/mutations'
import { Refusal } from '@/lib/refusal'

/**
 * Draws a campaign's firms and their reserves from the gathered frame, in the transaction that makes it, and keeps the
 * strata. How many firms are to be called. Throws `Refusal('noFirms' | 'tooManyStrata' | 'drawTooLarge' | 'drawTooSmall')`.
 */
export async function drawFirms(
  tx: Tx,
  { id, seed }: { id: string; seed: number },
  cells: Cell[],
  design: DrawDesign,
): Promise<number> {
  const { strata, problem } = planDraw(cells, design)
  if (problem) throw new Refusal(problem.key, { most: problem.most, least: problem.least })
  await keepStrata(tx, id, strata, (key) => valuesOf(key, design.by).sector)
  await drawStrata(tx, id, seed, strata)
  return strata.reduce((sum, { sample }) => sum + sample, 0)
}

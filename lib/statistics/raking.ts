/** Firms of the sample alike in every dimension: `keys` has one category for each margin. */
export type RakedCell = { keys: readonly string[]; n: number }
/** One dimension of the population: firms by category. */
export type Margin = ReadonlyMap<string, number>

export type Raked = {
  /** One for each cell, with mean 1 over the sample. */
  weights: number[]
  converged: boolean
  rounds: number
  /** Largest difference left between a weighted share and that of the population, between 0 and 1. */
  off: number
  /** Categories of the population nobody in the sample belongs to: the others carry their part. */
  unseen: string[][]
}

/**
 * Raking (iterative proportional fitting): weights such that each margin of the sample has the shares of the population,
 * for when the population's joint table is not known or its cells are too small to post-stratify.
 * Limits: it corrects what the margins describe and nothing else; with empty cells the margins may contradict each other
 * and it does not converge (`converged` false, `off` says by how much); weights are not trimmed, `kish` says their cost.
 * A category of the sample that the population does not have weighs 0. Throws RangeError where a cell has not one
 * category for each margin.
 * Source: W. E. Deming, F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427–444.
 */
export function rake(cells: RakedCell[], margins: Margin[], { rounds = 200, tolerance = 1e-9 } = {}): Raked {
  if (cells.some(({ keys }) => keys.length !== margins.length)) throw new RangeError('One category for each margin')
  const n = cells.reduce((sum, cell) => sum + cell.n, 0)
  const sampled = margins.map((_, i) => sums(cells, i, () => 1))
  const unseen = margins.map((margin, i) => [...margin.keys()].filter((key) => !sampled[i]?.get(key)))
  const wanted = margins.map((margin, i) => shares(margin, sampled[i] ?? new Map()))
  const weights = cells.map(() => 1)
  const distance = () =>
    Math.max(
      0,
      ...wanted.flatMap((margin, i) => {
        const now = sums(cells, i, (j) => weights[j] ?? 0)
        return [...margin].map(([key, share]) => Math.abs((now.get(key) ?? 0) / n - share))
      }),
    )
  let round = 0
  let off = distance()
  while (off > tolerance && round < rounds) {
    wanted.forEach((margin, i) => {
      const now = sums(cells, i, (j) => weights[j] ?? 0)
      cells.forEach(({ keys }, j) => {
        const key = keys[i] ?? ''
        const sum = now.get(key) ?? 0
        weights[j] = sum > 0 ? ((weights[j] ?? 0) * (margin.get(key) ?? 0) * n) / sum : 0
      })
    })
    round++
    off = distance()
  }
  return { weights, converged: off <= tolerance, rounds: round, off, unseen }
}

/** Weighted firms by their category in one dimension. */
function sums(cells: RakedCell[], dimension: number, weight: (cell: number) => number): Map<string, number> {
  const found = new Map<string, number>()
  cells.forEach(({ keys, n }, i) => {
    const key = keys[dimension] ?? ''
    found.set(key, (found.get(key) ?? 0) + n * weight(i))
  })
  return found
}

/** The population's shares over the categories that the sample has. */
function shares(margin: Margin, sampled: Map<string, number>): Map<string, number> {
  const seen = [...margin].filter(([key]) => (sampled.get(key) ?? 0) > 0)
  const total = seen.reduce((sum, [, firms]) => sum + firms, 0)
  return new Map(seen.map(([key, firms]) => [key, total ? firms / total : 0]))
}

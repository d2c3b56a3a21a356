/** Firms that share a weight. */
export type Weighted = { weight: number; n: number }

/**
 * How much unequal weights cost: the effective base and the design effect, its ratio to the base (1 where all weights
 * are alike). Says nothing of what stratification gains.
 * Source: L. Kish, Survey Sampling (1965), §11.2C; "Weighting for unequal Pi", J. Official Statistics 8 (1992), 183–200.
 */
export function kish(groups: Weighted[]): { effective: number; designEffect: number } {
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  const first = groups.reduce((sum, group) => sum + group.n * group.weight, 0)
  const second = groups.reduce((sum, group) => sum + group.n * group.weight ** 2, 0)
  const effective = second > 0 ? first ** 2 / second : 0
  return { effective, designEffect: effective > 0 ? n / effective : 1 }
}

/** One cell of a table that the sample and the population are both divided by, in firms. */
export type Post = { population: number; n: number }

/**
 * Post-stratification: the weight of each cell, such that the sample has the shares of the population; their mean over
 * the sample is 1. Cells without answers weigh nothing, and the others carry their part.
 * Source: D. Holt, T. M. F. Smith, "Post stratification", JRSS A 142 (1979), 33–46; Cochran, Sampling Techniques, §5A.9.
 */
export function postStratify(cells: Post[]): number[] {
  const seen = cells.filter(({ n }) => n > 0)
  const population = seen.reduce((sum, cell) => sum + cell.population, 0)
  const n = seen.reduce((sum, cell) => sum + cell.n, 0)
  return cells.map((cell) => (cell.n > 0 && population > 0 ? (cell.population / population) * (n / cell.n) : 0))
}

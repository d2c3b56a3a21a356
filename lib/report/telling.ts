import type { Change, Side } from '@/lib/comparison/rules'
import { LEVELS } from '@/lib/digital/rules'
import { STEPS, type Step } from '@/lib/insight/schema'
import { baseOf, type NeedTypeRow, sectorRows } from '@/lib/ranking/rules'
import { foldSmall } from '@/lib/report/keep-back'
import { suppressSteps } from '@/lib/statistics/steps'
import { isSmall, suppress } from '@/lib/statistics/suppression'
import type { DigitalLevel } from '@/prisma/client/enums'

/**
 * What a report may tell of the firms of one filter. The same number stands in several chapters, so it is decided once
 * for all of them: a total that one keeps back another must not tell.
 */
export type Telling = {
  steps: ReadonlySet<Step>
  /** Types of need with at least five visited firms that ask for them, and five that do not. */
  needs: ReadonlySet<string>
  levels: ReadonlySet<DigitalLevel>
  /** Sectors told only together, as "others"; empty or two and more. */
  merged: ReadonlySet<string>
}

export function tellingOf({ reach, cells, levels }: Pick<Side, 'reach' | 'cells' | 'levels'>): Telling {
  const n = baseOf(cells)
  const asking = new Map<string, number>()
  for (const { sectorId, needTypeId, firms } of cells) {
    if (sectorId !== null && needTypeId !== null) asking.set(needTypeId, (asking.get(needTypeId) ?? 0) + firms)
  }
  const hiddenSteps = suppressSteps(
    STEPS.map((step) => reach[step]),
    STEPS.indexOf('visited'),
    { alike: true },
  )
  const byLevel = LEVELS.map((level) => levels.reduce((sum, one) => (one.level === level ? sum + one.firms : sum), 0))
  const { hidden, withheld } = suppress({ columns: [byLevel] })
  const rows = sectorRows(cells)
  const { kept, rest } = foldSmall(
    rows,
    ({ visited }) => visited,
    (one) => one,
  )
  return {
    steps: new Set(STEPS.filter((_, step) => !hiddenSteps[step])),
    needs: new Set([...asking].filter(([, firms]) => !isSmall(firms, n)).map(([id]) => id)),
    levels: new Set(LEVELS.filter((_, level) => !withheld[0] && !hidden[0]?.[level])),
    merged: new Set(rest ? rows.filter((row) => !kept.includes(row)).map(({ sectorId }) => sectorId) : []),
  }
}

/** Told numbers so near each other that the firms between them are few. */
const near = (one: number, other: number) => one !== other && isSmall(Math.abs(one - other))

/**
 * Whether a line of a comparison may be told. Where nearly all firms of one side are on the other too, subtracting one
 * side from the other counts those between, so no two numbers of a line may lie within five of each other.
 */
export function tellsLine(line: Pick<Change<NeedTypeRow>, 'first' | 'second' | 'shared'>): boolean {
  const { first, second, shared } = line
  const sides = [first, second]
  if (sides.some(({ successes, n }) => isSmall(successes, n))) return false
  const overlaps = shared.n > 0 && sides.some(({ n }) => isSmall(n - shared.n))
  const [rest, other] = sides.map(({ successes, n }) => n - successes)
  const gaps = near(first.n, second.n) || near(first.successes, second.successes) || near(rest ?? 0, other ?? 0)
  return !(overlaps && gaps)
}

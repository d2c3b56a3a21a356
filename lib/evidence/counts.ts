import { behind } from '@/lib/behind/rules'
import { countCells } from '@/lib/evidence/cells'
import { countLevels } from '@/lib/evidence/levels'
import { countRegister, countVisited } from '@/lib/evidence/makeup'
import { countNeeds } from '@/lib/evidence/needs-said'
import { serialAt } from '@/lib/evidence/part'
import { countPresented } from '@/lib/evidence/presented'
import { countBits, reach } from '@/lib/evidence/reach'
import { remember } from '@/lib/evidence/remember'
import { placesOf } from '@/lib/evidence/rows'
import type { Selection } from '@/lib/evidence/selection'
import { countShared } from '@/lib/evidence/shared'
import { countStrata } from '@/lib/evidence/strata'
import { countWeeks } from '@/lib/evidence/weeks'
import { spanOfWork } from '@/lib/evidence/work'
import { behindInput, firmPart, type InsightFilter } from '@/lib/insight/schema'

/** What may be asked of the evidence, by name, and the tables that each is made of. */
export const COUNTS = {
  steps: remember(['firms', 'assignments', 'calls', 'visits', 'needs'], (selection) => countBits(reach(selection))),
  needs: remember(['firms', 'needs', 'visits', 'calls'], countNeeds),
  cells: remember(['firms', 'visits', 'needs', 'assignments'], countCells),
  levels: remember(['firms', 'calls', 'visits', 'assignments'], countLevels),
  weeks: remember(['firms', 'calls', 'visits', 'needs'], countWeeks),
  presented: remember(['firms', 'visits', 'presented'], countPresented),
  register: remember(['firms'], countRegister, firmPart),
  visited: remember(['firms', 'visits'], countVisited),
  strata: remember(['assignments', 'calls', 'visits'], countStrata),
  shared: remember(['firms', 'assignments', 'calls', 'visits', 'needs'], countShared),
  work: remember(['calls', 'visits'], spanOfWork),
  /** Serials of the firms behind a number, which is the filter. */
  behind: async (selection: Selection) => {
    const places = placesOf(behind(selection, behindInput.parse(selection.filter)))
    return places.map((place) => serialAt(selection.evidence.part, place))
  },
}

export type CountName = keyof typeof COUNTS
type Told<N extends CountName> = Parameters<(typeof COUNTS)[N]> extends [Selection, ...infer R] ? R : never
type Plain<T extends unknown[]> = { [K in keyof T]: T[K] extends Selection ? InsightFilter : T[K] }
/** What is told beside the filter; a second selection by its filter. */
export type Rest<N extends CountName> = Plain<Told<N>>
export type Counted<N extends CountName> = Awaited<ReturnType<(typeof COUNTS)[N]>>

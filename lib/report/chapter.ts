import type { InsightFilter } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import { isFew } from '@/lib/report/keep-back'
import type { ReportChapter } from '@/lib/report/model'
import type { ReportWords } from '@/lib/report/words'
import type { Weigh } from '@/lib/weighting/rules'

export type ChapterContext = {
  t: Words
  r: ReportWords
  locale: 'it' | 'en'
  filter: InsightFilter
  /** How shares of the visited, and of those that told their digital level, are estimated. */
  weigh: { visited: Weigh; answered: Weigh }
}
/** A chapter without its name in the list. */
export type Made = Omit<ReportChapter, 'id'>

export const REST = 'rest'
export const rest = (context: ChapterContext) => {
  const name = context.r('rest')
  return { id: REST, nameIt: name, nameEn: name }
}
/** Said under each chapter whose shares are of the frame, and not of the visited firms. */
export const weighed = ({ r, filter }: ChapterContext) => (filter.weighted ? [r('weighted')] : [])
/** A sentence that would say a number of fewer than five firms is left out. */
export const unlessFew = (sentence: string, ...counts: number[]) => (counts.some(isFew) ? [] : [sentence])

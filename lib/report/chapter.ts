import type { InsightFilter } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import type { ReportChapter } from '@/lib/report/model'
import type { Telling } from '@/lib/report/telling'
import type { ReportWords } from '@/lib/report/words'
import type { Weigh } from '@/lib/weighting/rules'

export type ChapterContext = {
  t: Words
  r: ReportWords
  locale: 'it' | 'en'
  filter: InsightFilter
  /** The other side of a comparison; null where nothing is compared. */
  second: InsightFilter | null
  /** What may be told of the firms of the filter. */
  telling: Telling
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
/** A sentence is left out where a number that it would say is kept back. */
export const onlyIf = (told: boolean, sentence: string) => (told ? [sentence] : [])

import 'server-only'
import { likeness, territory } from '@/lib/report/beside-register'
import type { ChapterContext, Made } from '@/lib/report/chapter'
import { compare } from '@/lib/report/compare'
import { digital, funnel, presented, trend } from '@/lib/report/fieldwork'
import type { ReportChapter } from '@/lib/report/model'
import { groups, ranking, sectors } from '@/lib/report/needs'
import type { Chapter } from '@/lib/report/schema'

const MAKERS: Record<Chapter, (context: ChapterContext) => Promise<Made | null>> = {
  compare,
  ranking,
  sectors,
  digital,
  groups,
  territory,
  funnel,
  trend,
  presented,
  likeness,
}

/**
 * A chapter as it may be printed: its sentence, its bars, its tables without cells of fewer than five firms. Null for a
 * comparison where nothing is compared.
 */
export async function chapterOf(id: Chapter, context: ChapterContext): Promise<ReportChapter | null> {
  const made = await MAKERS[id](context)
  return made && { id, ...made }
}

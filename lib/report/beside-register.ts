import 'server-only'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { likeness as linesOf, places, wholeOf } from '@/lib/composition/rules'
import { likenessName, likenessTable, placeTable } from '@/lib/composition/tables'
import { insightChoices } from '@/lib/insight/queries'
import * as say from '@/lib/insight/sentences'
import { type ChapterContext, type Made, REST } from '@/lib/report/chapter'
import { foldSmall, printed, rowsWithFew, suppressed } from '@/lib/report/keep-back'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'

/** Chapters that set the visited firms beside those of the register. */
export async function territory(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, r } = context
  const [register, seen, choices] = await Promise.all([registerMakeup(filter), visitedMakeup(filter), insightChoices()])
  const rows = places(register, seen)
  const folded = foldSmall(
    rows,
    ({ visited }) => visited,
    (one, other) => {
      const [visited, registered] = [one.visited + other.visited, one.registered + other.registered]
      return { code: REST, visited, registered, rate: registered ? (visited / registered) * 1000 : null }
    },
  )
  const names = new Map([...choices.municipalities.map((m) => [m.istatCode, m.name] as const), [REST, r('restPlaces')]])
  const shown = folded.rest ? [...folded.kept, { ...folded.rest, code: REST }] : folded.kept
  const table = placeTable(t, shown, names)
  const sentences = [say.placeSentence(t, locale, rows)]
  return { title: t('territory.title'), sentences, tables: [printed(locale, table, rowsWithFew(table, [0]))] }
}

export async function likeness(context: ChapterContext): Promise<Made> {
  const { t, locale, filter } = context
  const [register, seen, choices] = await Promise.all([registerMakeup(filter), visitedMakeup(filter), insightChoices()])
  const lines = linesOf(register, seen)
  const n = wholeOf(seen)
  const tables = (['size', 'flag', 'sector'] as const).map((kind) => {
    const some = lines.filter((line) => line.kind === kind)
    const table = likenessTable(t, locale, some, choices.sectors, n)
    return printed(locale, table, kind === 'flag' ? rowsWithFew(table, [2]) : suppressed(table, null, [[2, 3, 4, 5]]))
  })
  const name = (line: (typeof lines)[number]) => likenessName(t, locale, line, choices.sectors)
  const told = lines.filter(({ visited }) => visited >= FEWEST_SHOWN)
  return { title: t('likeness.title'), sentences: [say.likenessSentence(t, locale, told, name, n)], tables }
}

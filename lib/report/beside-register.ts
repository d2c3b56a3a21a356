import 'server-only'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { type Likeness, likeness as linesOf, places, wholeOf } from '@/lib/composition/rules'
import { likenessSentence, placeSentence } from '@/lib/composition/sentences'
import { likenessName, likenessTable, placeTable } from '@/lib/composition/tables'
import { insightChoices } from '@/lib/insight/queries'
import { type ChapterContext, type Made, REST, rest } from '@/lib/report/chapter'
import { exceptRows, foldSmall, merge, printed, suppressed } from '@/lib/report/keep-back'
import { isSmall } from '@/lib/statistics/suppression'
import { wilson } from '@/lib/statistics/wilson'

const ELSEWHERE = 'elsewhere'

/** Chapters that set the visited firms beside those of the register. */
export async function territory(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, r } = context
  const [register, seen, choices] = await Promise.all([registerMakeup(filter), visitedMakeup(filter), insightChoices()])
  const rows = places(register, seen)
  // Visited firms without a municipality of the list would be known from the others: they are folded in.
  const elsewhere = wholeOf(seen) - rows.reduce((sum, { visited }) => sum + visited, 0)
  const unplaced = elsewhere > 0 ? [{ code: ELSEWHERE, visited: elsewhere, registered: 0, rate: null }] : []
  const folded = foldSmall(
    [...rows, ...unplaced],
    ({ visited }) => visited,
    (one, other) => {
      const [visited, registered] = [one.visited + other.visited, one.registered + other.registered]
      return { code: REST, visited, registered, rate: registered ? (visited / registered) * 1000 : null }
    },
  )
  const names = new Map([
    ...choices.municipalities.map((m) => [m.istatCode, m.name] as const),
    [REST, r('restPlaces')],
    [ELSEWHERE, r('elsewhere')],
  ])
  const shown = folded.rest ? [...folded.kept, { ...folded.rest, code: REST }] : folded.kept
  const table = placeTable(t, shown, names)
  const sentences = [placeSentence(t, locale, rows)]
  return { title: t('territory.title'), sentences, tables: [printed(locale, table)] }
}

export async function likeness(context: ChapterContext): Promise<Made> {
  const { t, locale, filter, telling } = context
  const [register, seen, choices] = await Promise.all([registerMakeup(filter), visitedMakeup(filter), insightChoices()])
  const lines = linesOf(register, seen)
  const n = wholeOf(seen)
  const sectors = [...choices.sectors, rest(context)]
  const told: typeof lines = []
  const tables = (['size', 'flag', 'sector'] as const).map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    const some = kind === 'sector' ? together(own, telling.merged, n) : own
    const table = likenessTable(t, locale, some, sectors, n)
    const hidden =
      kind === 'size'
        ? suppressed(table, null, [[2, 3, 4, 5]])
        : exceptRows(some.map(({ visited }) => !isSmall(visited, kind === 'flag' ? n : undefined)))
    told.push(...some.filter((_, row) => !hidden(row, 2)))
    return printed(locale, table, (row, column) => column > 1 && hidden(row, 2))
  })
  const name = (line: (typeof lines)[number]) => likenessName(t, locale, line, sectors)
  return { title: t('likeness.title'), sentences: [likenessSentence(t, locale, told, name, n)], tables }
}

/**
 * Sectors told together in the other chapters are told together here; those nobody visited join them, or are left out,
 * so that a lone one is not known from the others.
 */
function together(lines: Likeness[], merged: ReadonlySet<string>, n: number): Likeness[] {
  const isMerged = ({ key, visited }: Likeness) => merged.size > 0 && (merged.has(key) || visited === 0)
  return merge(lines, isMerged, (one, other): Likeness => {
    const [register, visited] = [one.register + other.register, one.visited + other.visited]
    const [registerShare, interval] = [one.registerShare + other.registerShare, wilson(visited, n)]
    return {
      kind: 'sector',
      key: REST,
      register,
      registerShare,
      visited,
      visitedShare: visited / n,
      interval,
      apart: false,
    }
  }).filter(({ visited }) => visited > 0)
}

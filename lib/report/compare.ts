import 'server-only'
import { readSides } from '@/lib/comparison/queries'
import { compareSides } from '@/lib/comparison/rules'
import { compareBasis, compareSentence, compareTable, sideName } from '@/lib/comparison/tables'
import { insightChoices } from '@/lib/insight/queries'
import { rankedTypes } from '@/lib/ranking/queries'
import type { ChapterContext, Made } from '@/lib/report/chapter'
import { exceptRows, printed } from '@/lib/report/keep-back'
import { tellingOf, tellsLine } from '@/lib/report/telling'

/** Two campaigns or two periods side by side, where the address names a second side. */
export async function compare({ t, r, locale, filter, second, telling }: ChapterContext): Promise<Made | null> {
  if (!second) return null
  const [sides, types, { campaigns }] = await Promise.all([readSides(filter, second), rankedTypes(), insightChoices()])
  const lines = compareSides(sides, types)
  const both = [telling, tellingOf(sides.second)]
  const told = lines.map((line) => {
    const { of } = line
    const inBoth = both.every(({ steps, needs, levels }) =>
      of.kind === 'need'
        ? needs.has(of.type.id)
        : of.kind === 'offline'
          ? levels.has('none')
          : steps.has(of.kind) && (of.kind === 'withNeeds' || steps.has('contacted')),
    )
    return inBoth && tellsLine(line)
  })
  const names = [filter, second].map((side) => sideName(t, locale, campaigns, side))
  const [one = '', two = ''] = names
  const table = compareTable(t, locale, lines, [one, two])
  const judged = lines.filter((_, line) => told[line])
  const sentences = judged.length ? [compareSentence(t, locale, judged)] : [r('compare.keptBack')]
  const basis = compareBasis(t, locale, lines, {
    asked: filter.weighted,
    weighted: sides.weighted ?? false,
    counted: false,
  })
  return {
    title: t('compare.title'),
    sentences: [...sentences, basis],
    tables: judged.length ? [printed(locale, table, exceptRows(told))] : [],
  }
}

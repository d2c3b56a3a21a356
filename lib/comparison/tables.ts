import type { Change } from '@/lib/comparison/rules'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { type Behind, behindQuery } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'

export function changeName(t: Words, locale: string, { of }: Change<TypeRow>): string {
  return of.kind === 'need' ? nameIn(locale, of.type) : t(`compare.lines.${of.kind}`)
}

export function changeOf({ of }: Change<TypeRow>, second: boolean): string {
  const number: Behind =
    of.kind === 'need' ? { need: of.type.id } : of.kind === 'offline' ? { level: 'none' } : { step: of.kind }
  return behindQuery({ ...number, second })
}

/** `sides`: what each is called. */
export function compareTable(t: Words, locale: string, lines: Change<TypeRow>[], sides: [string, string]): PanelTable {
  return {
    caption: t('compare.about', { first: sides[0], second: sides[1] }),
    head: t('compare.what'),
    columns: [
      ...sides.flatMap((name): PanelTable['columns'] => [
        { name, kind: 'count' },
        { name: t('compare.base'), kind: 'count' },
        { name: t('compare.share'), kind: 'share' },
      ]),
      { name: t('compare.change'), kind: 'points' },
      { name: t('ci'), kind: 'pointsInterval' },
    ],
    rows: lines.map((line) => ({
      key: line.key,
      name: changeName(t, locale, line),
      of: changeOf(line, false),
      cells: [
        ...[line.first, line.second].flatMap(({ successes, n }) => [successes, n, showShare(n) ? successes / n : null]),
        line.change?.difference ?? null,
        line.change?.interval ?? null,
      ],
    })),
  }
}

/** The changes that stand against having been picked from all lines; none is called a change otherwise. */
export function compareSentence(t: Words, list: string[], judged: number): string {
  if (judged === 0) return t('compare.few')
  return list.length ? t('compare.changes', { changes: list.join('; ') }) : t('compare.same')
}

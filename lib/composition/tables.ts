import type { Likeness, Place } from '@/lib/composition/rules'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { type Behind, behindQuery, type Flag } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'
import type { SizeClass } from '@/prisma/client/enums'

type Named = { id: string; nameIt: string; nameEn: string }

/** The name of a size class, a flag or a sector. */
export function likenessName(t: Words, locale: string, { kind, key }: Likeness, sectors: Named[]): string {
  if (kind === 'size') return t(`sizes.${key as SizeClass}`)
  if (kind === 'flag') return t(`groups.${key as Flag}`)
  const sector = sectors.find(({ id }) => id === key)
  return sector ? nameIn(locale, sector) : '–'
}

export function likenessOf({ kind, key }: Likeness): string {
  const number: Behind =
    kind === 'size' ? { staff: key as SizeClass } : kind === 'flag' ? { group: key as Flag } : { row: key }
  return behindQuery(number)
}

export function likenessTable(t: Words, locale: string, lines: Likeness[], sectors: Named[], n: number): PanelTable {
  const shown = showShare(n)
  return {
    caption: t('likeness.about'),
    head: t('likeness.group'),
    columns: [
      { name: t('likeness.register'), kind: 'count' },
      { name: t('likeness.registerShare'), kind: 'share' },
      { name: t('likeness.visited'), kind: 'count' },
      { name: t('likeness.visitedShare'), kind: 'share' },
      { name: t('ci'), kind: 'interval' },
      { name: t('likeness.points'), kind: 'points' },
    ],
    rows: lines.map((line) => ({
      key: `${line.kind}:${line.key}`,
      name: likenessName(t, locale, line, sectors),
      of: likenessOf(line),
      cells: [
        line.register,
        line.registerShare,
        line.visited,
        shown ? line.visitedShare : null,
        shown ? line.interval : null,
        shown ? line.visitedShare - line.registerShare : null,
      ],
    })),
  }
}

export function placeTable(t: Words, rows: Place[], names: Map<string, string>): PanelTable {
  return {
    caption: t('territory.about'),
    head: t('territory.municipality'),
    columns: [
      { name: t('territory.visited'), kind: 'count' },
      { name: t('territory.registered'), kind: 'count' },
      { name: t('territory.rate'), kind: 'rate' },
    ],
    rows: rows.map(({ code, visited, registered, rate }) => ({
      key: code,
      name: names.get(code) ?? code,
      of: behindQuery({ place: code }),
      cells: [visited, registered, rate],
    })),
  }
}

import { type GroupComparison, SIDES } from '@/lib/groups/rules'
import { nameIn } from '@/lib/i18n/name'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { TypeRow, Words } from '@/lib/insight/sentences'
import { showShare } from '@/lib/statistics/showing'

/** One table for each group: its share on every type of need, that of the others, and the difference. */
export function groupTables(t: Words, locale: string, groups: GroupComparison<TypeRow>[]): PanelTable[] {
  return groups.map(({ flag, needs }) => ({
    caption: t('groups.caption', {
      group: t(`groups.${flag}`),
      n: needs[0]?.group.n ?? 0,
      others: needs[0]?.others.n ?? 0,
    }),
    head: t('ranking.need'),
    columns: [
      { name: t(`groups.${flag}`), kind: 'count' },
      { name: t('groups.share'), kind: 'share' },
      { name: t('groups.others'), kind: 'count' },
      { name: t('groups.share'), kind: 'share' },
      { name: t('groups.difference'), kind: 'points' },
      { name: t('ci'), kind: 'pointsInterval' },
    ],
    rows: needs.map(({ type, group, others, reading }) => ({
      key: type.id,
      name: nameIn(locale, type),
      of: behindQuery({ need: type.id, group: SIDES[flag][0] }),
      cells: [
        group.firms,
        showShare(group.n) ? group.share : null,
        others.firms,
        showShare(others.n) ? others.share : null,
        reading.kind === 'few' ? null : reading.difference,
        reading.kind === 'few' ? null : reading.interval,
      ],
    })),
  }))
}

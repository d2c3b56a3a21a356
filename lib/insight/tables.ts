import type { PanelTable } from '@/lib/insight/figures'
import type { Reach } from '@/lib/insight/rules'
import { shownShare } from '@/lib/insight/rules'
import { behindQuery, STEPS } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'

export function funnelTable(t: Words, reach: Reach): PanelTable {
  return {
    caption: t('funnel.about'),
    head: t('funnel.step'),
    columns: [
      { name: t('funnel.firms'), kind: 'count' },
      { name: t('funnel.pass'), kind: 'share' },
    ],
    rows: STEPS.map((step, i) => {
      const before = STEPS[i - 1]
      return {
        key: step,
        name: `${t(`funnel.steps.${step}`)} (${t(`funnel.hints.${step}`)})`,
        of: behindQuery({ step }),
        cells: [reach[step], before ? shownShare(reach[step], reach[before]) : null],
      }
    }),
  }
}

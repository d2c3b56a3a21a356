import { ChartCard } from '@/components/charts/chart-card'
import { StepBars } from '@/components/charts/step-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { formatNumber, formatShare } from '@/lib/format'
import { readReach } from '@/lib/insight/queries'
import { shownShare } from '@/lib/insight/rules'
import { behindQuery, STEPS } from '@/lib/insight/schema'
import { funnelSentence } from '@/lib/insight/sentences'
import { funnelTable } from '@/lib/insight/tables'

export async function FunnelPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const reach = await readReach(filter)
  const rows = STEPS.map((step, i) => {
    const before = STEPS[i - 1]
    const pass = before ? shownShare(reach[step], reach[before]) : null
    return {
      key: step,
      name: t(`funnel.steps.${step}`),
      hint: t(`funnel.hints.${step}`),
      of: behindQuery({ step }),
      share: reach.listed ? reach[step] / reach.listed : 0,
      count: formatNumber(locale, reach[step]),
      pass: pass === null ? '–' : formatShare(locale, pass, 0),
    }
  })
  return (
    <ChartCard
      id="funnel"
      phone="chart"
      title={t('funnel.title')}
      className={className}
      reading={funnelSentence(t, locale, reach)}
      chart={<StepBars head={[t('funnel.firms'), t('funnel.pass')]} rows={rows} />}
      tables={[funnelTable(t, reach)]}
    />
  )
}

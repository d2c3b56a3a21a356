import { ChartCard } from '@/components/charts/chart-card'
import { StepBars } from '@/components/charts/step-bars'
import { type Params, panelContext } from '@/components/insight/asked'
import { brief } from '@/lib/insight/figures'
import { readReach } from '@/lib/insight/queries'
import { STEPS } from '@/lib/insight/schema'
import { funnelSentence } from '@/lib/insight/sentences'
import { funnelTable } from '@/lib/insight/tables'

export async function FunnelPanel({ params, className }: { params: Params; className?: string }) {
  const { t, locale, filter } = await panelContext(params)
  const reach = await readReach(filter)
  const table = brief(funnelTable(t, reach))
  return (
    <ChartCard
      id="funnel"
      phone="chart"
      title={t('funnel.title')}
      className={className}
      reading={funnelSentence(t, locale, reach)}
      chart={
        <StepBars table={table} names={STEPS.map((step) => [t(`funnel.steps.${step}`), t(`funnel.hints.${step}`)])} />
      }
      tables={[table]}
    />
  )
}

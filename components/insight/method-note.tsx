import { Info } from 'lucide-react'
import { type Params, panelContext } from '@/components/insight/asked'
import { formatNumber } from '@/lib/format'
import { insightChoices } from '@/lib/insight/queries'
import { isCoverage } from '@/lib/insight/rules'
import { weightSentence } from '@/lib/insight/sentences'
import { readCells } from '@/lib/ranking/queries'
import { baseOf } from '@/lib/ranking/rules'
import { readStrata } from '@/lib/weighting/queries'

/** What the percentages are of, how the intervals are made, and what the figures cannot say. */
export async function MethodNote({ params }: { params: Params }) {
  const { t, locale, filter } = await panelContext(params)
  const [cells, { campaigns }, strata] = await Promise.all([
    readCells(filter),
    insightChoices(),
    filter.weighted ? readStrata(filter.campaign[0] ?? '') : [],
  ])
  const n = baseOf(cells)
  const count = formatNumber(locale, n)
  return (
    <p className="mt-3 flex gap-1.75 text-small text-text-3">
      <Info size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        {n > 0 &&
          (filter.weighted ? weightSentence(t, locale, { n, count }, strata) : t('method.shares', { n, count }))}{' '}
        {isCoverage(campaigns, filter) && t('method.coverage')}
      </span>
    </p>
  )
}

import { getTranslations } from 'next-intl/server'
import { SHADES } from '@/components/charts/shades'
import { BREAKS } from '@/lib/ranking/rules'

/** What each shade stands for; the same in every period, so that two can be compared. */
export async function HeatLegend() {
  const t = await getTranslations('insight')
  const spans = BREAKS.map((from, i) => {
    const next = BREAKS[i + 1]
    return next ? `${from}–${next - 1}` : `${from}+`
  })
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-1 gap-y-1.5 text-micro/4.5 text-text-2">
      <b className="mr-1.5 font-semibold">{t('heat.legend')}</b>
      {['0', ...spans].map((span, i) => (
        <span key={span} className={`shade-key ${SHADES[i]}`}>
          {span}
        </span>
      ))}
      <span className="ml-auto flex items-center gap-1.5">
        <span aria-hidden className="h-3.5 w-5 rounded-[3px] border border-dashed border-border-strong" />
        {t('heat.legendFew')}
      </span>
    </div>
  )
}

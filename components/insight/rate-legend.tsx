import { getTranslations } from 'next-intl/server'
import { SHADES } from '@/components/charts/shades'
import { RATE_BREAKS } from '@/lib/composition/rules'

/** What each shade of the map stands for; the same in every period. */
export async function RateLegend({ format }: { format: (value: number) => string }) {
  const t = await getTranslations('insight.territory')
  const spans = [
    '<3',
    ...RATE_BREAKS.map((from, i) => (RATE_BREAKS[i + 1] ? `${format(from)}–${RATE_BREAKS[i + 1]}` : `${from}+`)),
  ]
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1 text-micro/4.5 text-text-2">
      <svg aria-hidden width="24" height="14" className="mr-0.5">
        <rect width="24" height="14" rx="2" fill="url(#nobody)" className="stroke-border" />
      </svg>
      <span className="mr-2">{t('nobody')}</span>
      {spans.map((span, i) => (
        <span key={span} className={`shade-key ${SHADES[i + 1]}`}>
          {span}
        </span>
      ))}
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { type FieldCounts, fieldRates } from '@/lib/fieldwork/rules'
import { formatNumber, formatShare } from '@/lib/format'
import { showShare } from '@/lib/statistics/showing'

const RATES = ['contact', 'cooperation', 'refusal'] as const

/** AAPOR's rates of the whole campaign, each with what it is a share of, and their definitions. */
export function FieldRates({ counts }: { counts: FieldCounts }) {
  const t = useTranslations('campaigns.field')
  const locale = useLocale()
  const rates = fieldRates(counts)
  return (
    <>
      <dl className="grid gap-x-6 gap-y-3 tablet:grid-cols-3">
        {RATES.map((rate) => {
          const { n, of } = rates[rate]
          const base = { n: formatNumber(locale, n), of: formatNumber(locale, of) }
          return (
            <div key={rate} className="min-w-0">
              <dt className="text-small text-text-2">{t(`rates.${rate}`)}</dt>
              <dd>
                <span className="text-tile font-semibold">{showShare(of) ? formatShare(locale, n / of) : '–'}</span>{' '}
                <span className="text-small text-text-2">{t(`bases.${rate}`, base)}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      <details className="mt-2 text-small text-text-2">
        <summary className="min-h-6 cursor-pointer font-semibold text-link focus-ring">{t('definitions')}</summary>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
          {RATES.map((rate) => (
            <li key={rate}>{t(`meanings.${rate}`)}</li>
          ))}
          <li>{t('meanings.source')}</li>
        </ul>
      </details>
    </>
  )
}

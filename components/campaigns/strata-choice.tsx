'use client'
import { useTranslations } from 'next-intl'
import { Chips } from '@/components/ui/chips'
import { useUrlFilter } from '@/components/ui/url-filter'
import { STRATIFIERS, type Stratifier } from '@/lib/draws/rules'

/** What the frame is divided by; of the two areas the one chosen last. */
export function StrataChoice({ by }: { by: Stratifier[] }) {
  const t = useTranslations('campaigns.draw')
  const { write } = useUrlFilter('strata')
  const choose = (values: string[]) => {
    const other = { municipality: 'province', province: 'municipality' } as Record<string, string>
    const latest = values.find((one) => !by.includes(one as Stratifier))
    const kept = values.filter((one) => one !== other[latest ?? ''])
    write(kept.length ? kept : ['none'])
  }
  return (
    <Chips
      label={t('by')}
      options={STRATIFIERS.map((id) => ({ id, label: t(`stratifiers.${id}`) }))}
      values={[...by]}
      onChange={choose}
    />
  )
}

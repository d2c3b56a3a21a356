'use client'
import { useTranslations } from 'next-intl'
import { Segmented } from '@/components/ui/segmented'
import { useUrlFilter } from '@/components/ui/url-filter'
import { WAYS, type Way } from '@/lib/campaigns/rules'

/** A sample, all firms of the filters, or those of a pasted list. */
export function WayChoice({ way }: { way: Way }) {
  const t = useTranslations('campaigns.make')
  const { write } = useUrlFilter('way')
  return (
    <Segmented
      label={t('way')}
      hint={t(`ways.${way}Hint`)}
      options={WAYS.map((id) => ({ id, label: t(`ways.${id}`) }))}
      value={way}
      onChange={(id) => write(id === WAYS[0] ? [] : [id])}
    />
  )
}

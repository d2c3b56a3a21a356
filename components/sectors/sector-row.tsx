'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { RowButtons } from '@/components/ui/row-buttons'
import { TextField } from '@/components/ui/text-field'
import { formatNumber } from '@/lib/format'
import type { SectorDraft } from '@/lib/sectors/schema'

/** Firms of the sector today; null for one that is not saved yet, which alone may be removed. */
export type EditedSector = SectorDraft & { firms: number | null }

type SectorRowProps = {
  sector: EditedSector
  place: number
  last: boolean
  errors: Record<string, string>
  onChange: (sector: EditedSector) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

export function SectorRow({ sector, place, last, errors, onChange, onMove, onRemove }: SectorRowProps) {
  const t = useTranslations('sectors')
  const locale = useLocale()
  const name = sector.nameIt || t('newOne')
  const field = (key: 'nameIt' | 'nameEn' | 'prefixes') => ({
    name: `sectors.${place}.${key}`,
    label: t(key),
    value: sector[key],
    error: errors[`sectors.${place}.${key}`],
    onChange: (value: string) => onChange({ ...sector, [key]: value }),
  })
  const { firms } = sector
  return (
    <li aria-label={name} className="grid gap-x-4 gap-y-2 py-3 tablet:grid-cols-[1fr_1fr_1.6fr] tablet:items-start">
      <TextField {...field('nameIt')} maxLength={80} />
      <TextField {...field('nameEn')} maxLength={80} />
      <TextField {...field('prefixes')} placeholder={t('none')} maxLength={2000} />
      <div className="flex flex-wrap items-center gap-x-4 tablet:col-span-3">
        <span className="min-w-0 flex-1 text-small text-text-2">
          {firms !== null && t('firmsNow', { count: firms, shown: formatNumber(locale, firms) })}
        </span>
        <Checkbox isSelected={sector.retired} onChange={(retired) => onChange({ ...sector, retired })}>
          {t('retired')}
        </Checkbox>
        <RowButtons
          labels={{ up: t('up', { name }), down: t('down', { name }), remove: t('remove', { name }) }}
          isFirst={place === 0}
          isLast={last}
          onMove={onMove}
          onRemove={firms === null ? onRemove : undefined}
        />
      </div>
    </li>
  )
}

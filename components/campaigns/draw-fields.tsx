'use client'
import { useTranslations } from 'next-intl'
import type { DrawWish } from '@/components/campaigns/use-draw'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { ALLOCATIONS, type Allocation } from '@/lib/statistics/allocation'

type DrawFieldsProps = {
  wish: DrawWish
  change: (part: Partial<DrawWish>) => void
  errors: Record<string, string>
}

/** How many firms, how they are shared out among the strata, how many reserves. */
export function DrawFields({ wish, change, errors }: DrawFieldsProps) {
  const t = useTranslations('campaigns.draw')
  const byHand = wish.allocation === 'by_hand'
  const fields = byHand
    ? (['reserveFactor', 'seed'] as const)
    : (['total', 'minimum', 'reserveFactor', 'seed'] as const)
  return (
    <div className="grid max-w-200 gap-x-3 gap-y-3.5 tablet:grid-cols-2">
      <Select
        label={t('allocation')}
        hint={t(`allocations.${wish.allocation}Hint`)}
        options={ALLOCATIONS.map((id) => ({ id, label: t(`allocations.${id}`) }))}
        value={wish.allocation}
        onChange={(id) => change({ allocation: id as Allocation })}
        className="tablet:col-span-2"
      />
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          hint={t(`${field}Hint`)}
          inputMode={field === 'reserveFactor' ? 'decimal' : 'numeric'}
          value={wish[field]}
          onChange={(typed) => change({ [field]: typed })}
          error={errors[field === 'seed' ? 'seed' : `draw.${field}`]}
          autoComplete="off"
          optional={field === 'total' || field === 'seed'}
        />
      ))}
    </div>
  )
}

'use client'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from '@/components/ui/class-names'

type ChipsProps = {
  label: string
  hideLabel?: boolean
  /** Beside the label, for example "facoltativo". */
  note?: string
  options: { id: string; label: string }[]
  values: string[]
  onChange: (values: string[]) => void
  size?: 'sm' | 'md'
  className?: string
}

/** Dressed by chip.css: a form can have hundreds. */
export const CHIP = 'chip'

/** Any number of short answers, each on or off. */
export function Chips({ label, hideLabel, note, options, values, onChange, size = 'md', className }: ChipsProps) {
  const labelId = useId()
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <span id={labelId} className="text-table font-semibold text-text tablet:text-small">
          {label}
        </span>
        {note && <span className="text-small text-text-3">{note}</span>}
      </div>
      <ToggleButtonGroup
        selectionMode="multiple"
        selectedKeys={values}
        onSelectionChange={(keys) => onChange(options.map(({ id }) => id).filter((id) => keys.has(id)))}
        aria-labelledby={labelId}
        className="flex flex-wrap gap-2 tablet:gap-1.5"
      >
        {options.map((option) => (
          <ToggleButton
            key={option.id}
            id={option.id}
            className={classNames(CHIP, size === 'sm' ? 'tablet:min-h-7.5' : 'tablet:min-h-8')}
          >
            {({ isSelected }) => (
              <>
                {isSelected && <Check size={14} strokeWidth={1.75} aria-hidden />}
                <span className="min-w-0 text-left">{option.label}</span>
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

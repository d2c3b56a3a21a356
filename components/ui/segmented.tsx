'use client'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from '@/components/ui/class-names'
import { FIELD, FieldLabel, FieldNotes, type FieldProps } from '@/components/ui/field'

type SegmentedProps = FieldProps & {
  name?: string
  hideLabel?: boolean
  options: { id: string; label: string; icon?: ReactNode }[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string) => void
  /** `lg` for the forms of the phone; on phones every size is 44 px high. */
  size?: 'md' | 'lg'
  /** Takes the width of its column, in equal parts. */
  full?: boolean
  isDisabled?: boolean
}

/** Two to four short answers of which exactly one holds. */
export function Segmented({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  options,
  size = 'md',
  full,
  name,
  ...rest
}: SegmentedProps) {
  return (
    <RadioGroup
      key={rest.defaultValue}
      {...rest}
      name={name}
      orientation="horizontal"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, !full && 'tablet:items-start', className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <div
        className={classNames(
          'grid auto-cols-fr grid-flow-col gap-0.5 rounded-m bg-fill p-0.5',
          full ? 'w-full' : 'w-full tablet:inline-flex tablet:w-auto',
          error && 'outline-2 outline-danger',
        )}
      >
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={classNames(
              'relative flex h-10 min-w-0 cursor-pointer items-center justify-center gap-1.5 rounded-s px-2.5 text-body whitespace-nowrap text-text-2 focus-ring hover:text-text tablet:text-table',
              'selected:bg-surface selected:font-semibold selected:text-text selected:shadow-thumb disabled:cursor-not-allowed disabled:text-text-3',
              size === 'md' && 'tablet:h-7',
            )}
          >
            {option.icon}
            <span className="truncate">{option.label}</span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </RadioGroup>
  )
}

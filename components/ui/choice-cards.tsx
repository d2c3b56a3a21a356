'use client'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from '@/components/ui/class-names'
import { FIELD, FieldLabel, FieldNotes, type FieldProps } from '@/components/ui/field'

type ChoiceCardsProps = FieldProps & {
  name?: string
  hideLabel?: boolean
  options: { id: string; label: string; description?: string; icon?: ReactNode }[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string) => void
}

/** One of a few answers that deserve a line of explanation each. */
export function ChoiceCards({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  options,
  name,
  ...rest
}: ChoiceCardsProps) {
  return (
    <RadioGroup
      key={rest.defaultValue}
      {...rest}
      name={name}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, 'gap-2', className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      {options.map((option) => (
        <Radio
          key={option.id}
          value={option.id}
          className="group relative flex min-h-15 cursor-pointer items-center gap-3 rounded-l border border-border-strong bg-surface px-3 py-2 focus-ring hover:bg-hover selected:border-2 selected:border-primary selected:bg-tint selected:px-[11px] selected:py-[7px] selected:text-on-tint invalid:border-danger"
        >
          {option.icon}
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{option.label}</span>
            {option.description && (
              <span className="block text-table text-text-2 group-selected:text-on-tint">{option.description}</span>
            )}
          </span>
          <span className="size-5.5 shrink-0 rounded-full border-[1.5px] border-border-strong bg-surface group-selected:border-[7px] group-selected:border-primary" />
        </Radio>
      ))}
      <FieldNotes hint={hint} error={error} />
    </RadioGroup>
  )
}

'use client'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { classNames } from '@/components/ui/class-names'

type CheckboxProps = {
  name?: string
  value?: string
  isSelected?: boolean
  defaultSelected?: boolean
  isIndeterminate?: boolean
  isDisabled?: boolean
  onChange?: (isSelected: boolean) => void
  description?: ReactNode
  children?: ReactNode
  className?: string
  'aria-label'?: string
}

export function Checkbox({ description, children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      key={String(rest.defaultSelected)}
      {...rest}
      className={classNames(
        'group relative flex min-h-11 cursor-pointer items-center gap-3 rounded-s text-body disabled:cursor-not-allowed disabled:text-text-3 tablet:min-h-7 tablet:gap-2.5',
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <Box checked={isSelected} mixed={isIndeterminate} />
          {children && (
            <span className="min-w-0 flex-1">
              <span className={description ? 'block font-semibold' : 'block'}>{children}</span>
              {description && <span className="block text-table text-text-2">{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}

function Box({ checked, mixed }: { checked: boolean; mixed: boolean }) {
  const on = checked || mixed
  return (
    <span
      className={classNames(
        'grid size-5.5 shrink-0 place-items-center rounded-s border-[1.5px] text-on-primary transition-colors group-focus-visible:focus-edge tablet:size-4.5',
        on ? 'border-primary bg-primary' : 'border-border-strong bg-surface group-hover:bg-hover',
        'group-disabled:border-border group-disabled:bg-fill group-disabled:text-text-3 group-invalid:border-danger',
      )}
    >
      {mixed ? <Minus size={13} strokeWidth={3} aria-hidden /> : on && <Check size={13} strokeWidth={3} aria-hidden />}
    </span>
  )
}

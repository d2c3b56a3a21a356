'use client'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { classNames } from '@/components/ui/class-names'

type SwitchProps = {
  name?: string
  value?: string
  isSelected?: boolean
  defaultSelected?: boolean
  isDisabled?: boolean
  onChange?: (isSelected: boolean) => void
  children: ReactNode
  className?: string
}

/** On or off, at once; the words stand before the track. */
export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      key={String(rest.defaultSelected)}
      {...rest}
      className={classNames(
        'group relative flex min-h-11 cursor-pointer items-center gap-3 text-body disabled:cursor-not-allowed disabled:text-text-3 tablet:min-h-9',
        className,
      )}
    >
      <span className="min-w-0 flex-1">{children}</span>
      <span className="relative h-7 w-11.5 shrink-0 rounded-full border-2 border-border-strong bg-surface transition-colors group-focus-visible:focus-edge group-selected:border-primary group-selected:bg-primary group-disabled:border-border group-disabled:bg-fill">
        <span className="absolute top-[3px] left-[3px] size-4.5 rounded-full bg-border-strong transition-transform group-selected:translate-x-4.5 group-selected:bg-on-primary" />
      </span>
    </AriaSwitch>
  )
}

'use client'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { useFormStatus } from 'react-dom'
import { type ButtonSize, type ButtonVariant, buttonStyles } from '@/components/ui/button-styles'
import { classNames } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { Spinner } from '@/components/ui/spinner'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Shown as key hints, for example "Ctrl Invio"; the shortcut itself is the view's. */
  kbd?: string
  children?: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A submit button waits by itself while its form is being sent. */
export function Button({ variant = 'outline', size, icon, kbd, children, className, isPending, ...rest }: ButtonProps) {
  const form = useFormStatus()
  const waiting = isPending || (rest.type === 'submit' && form.pending)
  const square = children === undefined || children === null
  const look = buttonStyles({ variant, size, square, pendingWithoutIcon: waiting && !icon && !square })
  const onColour = variant === 'filled' || variant === 'dangerFilled'
  return (
    <AriaButton {...rest} isPending={waiting} aria-busy={waiting || undefined} className={classNames(look, className)}>
      {waiting ? <Spinner size={size === 'sm' ? 12 : 14} /> : icon}
      {children}
      {kbd?.split(' ').map((key) => (
        <span key={key} className="hidden tablet:inline-flex" aria-hidden>
          <Kbd tone={onColour ? 'onColour' : 'plain'}>{key}</Kbd>
        </span>
      ))}
    </AriaButton>
  )
}

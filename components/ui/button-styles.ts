import { classNames } from '@/components/ui/class-names'

export type ButtonVariant = 'filled' | 'outline' | 'ghost' | 'danger' | 'dangerFilled'
export type ButtonSize = 'sm' | 'md' | 'lg'

const VARIANTS: Record<ButtonVariant, string> = {
  filled:
    'border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover pressed:border-primary-active pressed:bg-primary-active',
  outline: 'border-border-strong bg-surface text-text hover:bg-hover pressed:bg-fill',
  ghost: 'border-transparent bg-transparent text-link hover:bg-tint pressed:bg-tint-2 pressed:text-on-tint',
  danger: 'border-danger bg-surface text-danger-text hover:bg-danger-tint pressed:bg-danger-tint',
  dangerFilled:
    'border-danger bg-danger text-on-primary hover:border-danger-text hover:bg-danger-text pressed:border-danger-text pressed:bg-danger-text',
}

const SIZES: Record<ButtonSize, { box: string; wide: string; square: string; pending: string }> = {
  sm: { box: 'h-11 gap-1.5 text-table tablet:h-7.5', wide: 'px-2.5', square: 'w-11 tablet:w-7.5', pending: 'px-px' },
  md: { box: 'h-12 gap-2 text-body tablet:h-9', wide: 'px-3.5', square: 'w-12 tablet:w-9', pending: 'px-[3px]' },
  lg: { box: 'h-12 gap-2 text-h2 tablet:h-11', wide: 'px-4.5', square: 'w-12 tablet:w-11', pending: 'px-[7px]' },
}

const BASE =
  'inline-flex shrink-0 cursor-pointer items-center justify-center rounded-l border font-semibold whitespace-nowrap no-underline transition-colors tablet:rounded-m'
const DISABLED =
  'disabled:cursor-not-allowed disabled:border-border disabled:bg-fill disabled:text-text-3 disabled:hover:bg-fill'

type Look = { variant?: ButtonVariant; size?: ButtonSize; square?: boolean; pendingWithoutIcon?: boolean }

/** A spinner takes the place of padding, so that a button keeps its width while it waits. */
export function buttonStyles({ variant = 'outline', size = 'md', square, pendingWithoutIcon }: Look): string {
  const { box, wide, square: side, pending } = SIZES[size]
  return classNames(BASE, VARIANTS[variant], box, square ? side : pendingWithoutIcon ? pending : wide, DISABLED)
}

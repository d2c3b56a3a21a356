import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyles } from '@/components/ui/button-styles'
import { classNames } from '@/components/ui/class-names'

type LinkButtonProps = {
  /** An address of this site, or one that leaves it (`tel:`, `mailto:`, `https:`, `/api/`). */
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  children?: ReactNode
  className?: string
  download?: boolean | string
  prefetch?: boolean
  'aria-label'?: string
  title?: string
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ href, variant, size, icon, children, className, prefetch, ...rest }: LinkButtonProps) {
  const look = classNames(buttonStyles({ variant, size, square: children == null }), className)
  const leaves = !href.startsWith('/') || href.startsWith('/api/') || rest.download !== undefined
  if (leaves) {
    return (
      <a href={href} className={look} {...rest}>
        {icon}
        {children}
      </a>
    )
  }
  return (
    <Link href={href as Route} prefetch={prefetch} className={look} {...rest}>
      {icon}
      {children}
    </Link>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

type EmptyProps = {
  /** One sentence: what will appear here. */
  title: ReactNode
  action?: ReactNode
  className?: string
  children?: ReactNode
}

export function Empty({ title, action, className, children }: EmptyProps) {
  return (
    <div
      className={classNames('flex flex-col items-center gap-3 px-4 py-8 text-center text-body text-text-2', className)}
    >
      <p className="max-w-prose text-balance">{title}</p>
      {children}
      {action}
    </div>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

type CardProps = {
  title?: ReactNode
  /** Beside the title, at the right. */
  actions?: ReactNode
  /** One computed sentence that says what the card shows. */
  reading?: ReactNode
  id?: string
  padded?: boolean
  className?: string
  children?: ReactNode
}

export function Card({ title, actions, reading, id, padded = true, className, children }: CardProps) {
  const titleId = id && title ? `${id}-title` : undefined
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={classNames('min-w-0 rounded-l border border-border bg-surface', className)}
    >
      {(title || actions) && (
        <header className="flex min-h-9.5 flex-wrap items-center gap-x-2 pt-3 pr-2.5 pl-4">
          {title && (
            <h2 id={titleId} className="min-w-0 flex-1 text-h2 font-semibold">
              {title}
            </h2>
          )}
          {actions}
        </header>
      )}
      {reading && <p className="px-4 pt-0.5 text-table text-text-2">{reading}</p>}
      {padded ? (
        <div className={classNames('px-4 pb-3.5', title || actions ? 'pt-2.5' : 'pt-3')}>{children}</div>
      ) : (
        children
      )}
    </section>
  )
}

'use client'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Meter } from '@/components/ui/meter'

type KpiProps = {
  icon?: ReactNode
  label: string
  value: ReactNode
  /** What the value is measured against, for example "= 3,0% del Registro". */
  relation?: ReactNode
  /** That relation between 0 and 1. */
  meter?: number
  /** One line more. */
  context?: ReactNode
  /** Where the firms behind the figure are listed. */
  href?: string
  className?: string
}

/** A tile beside others: its four lines stand in step with theirs, whichever of them breaks in two. */
export function Kpi({ icon, label, value, relation, meter, context, href, className }: KpiProps) {
  return (
    <div
      className={classNames(
        'relative row-span-4 grid min-w-0 grid-rows-subgrid rounded-l border border-border bg-surface px-4 py-3',
        href && 'hover:border-border-strong',
        className,
      )}
    >
      <h2 className="flex items-center gap-1.75 text-table font-semibold text-text-2 [&>.icon]:size-4 [&>.icon]:text-link [&>svg]:shrink-0 [&>svg]:text-link">
        {icon}
        {href ? (
          <Link
            href={href as Route}
            className="text-inherit no-underline after:absolute after:inset-0 after:rounded-l hover:underline"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </h2>
      <p className="mt-0.5 mb-1.5 flex flex-wrap items-baseline gap-x-2 text-figure font-semibold tracking-[-0.4px]">
        {value}
        {relation && <span className="text-table font-normal tracking-normal text-text-2">{relation}</span>}
      </p>
      {meter !== undefined && <Meter value={meter} label={label} className="h-1" />}
      {context && <p className="mt-1.5 text-small text-text-3">{context}</p>}
    </div>
  )
}

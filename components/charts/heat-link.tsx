import type { Route } from 'next'
import Link from 'next/link'
import type { HeatCell } from '@/components/charts/heat-table'

type HeatLinkProps = {
  cell: Pick<HeatCell, 'href' | 'text' | 'about'> /** `row,column`. */
  place: string /** The one in the tab order. */
  first: boolean
}

export function HeatLink({ cell, place, first }: HeatLinkProps) {
  return (
    <Link
      href={cell.href as Route}
      prefetch={false}
      data-cell={place}
      data-about={cell.about}
      aria-label={cell.about}
      tabIndex={first ? 0 : -1}
      className="block rounded-[3px] leading-6.75 text-inherit no-underline hover:underline"
    >
      {cell.text}
    </Link>
  )
}

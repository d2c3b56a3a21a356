import type { Route } from 'next'
import Link from 'next/link'

type VisitRowProps = { href: string; firmName: string; when: string; facts: (string | null)[] }

/** A visit made or planned: two lines on the phone, one on a desk. */
export function VisitRow({ href, firmName, when, facts }: VisitRowProps) {
  return (
    <li className="relative grid gap-x-4 px-4 py-2.5 hover:bg-hover tablet:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1.4fr)]">
      <span className="text-table text-text-2 tablet:order-first">{when}</span>
      <Link
        href={href as Route}
        title={firmName}
        className="order-first truncate font-semibold text-text after:absolute after:inset-0 hover:underline tablet:order-none"
      >
        {firmName}
      </Link>
      <span className="truncate text-table text-text-2">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}

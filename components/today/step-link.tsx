import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'

type StepLinkProps = { href: string; label: string; to: 'before' | 'after' }

/** A week or a period back (K) or on (J). */
export function StepLink({ href, label, to }: StepLinkProps) {
  const Icon = to === 'before' ? ChevronLeft : ChevronRight
  return (
    <Link
      href={href as Route}
      aria-label={label}
      aria-keyshortcuts={to === 'before' ? 'K' : 'J'}
      className="grid min-h-11 w-8 place-items-center rounded-l text-text-2 hover:bg-hover tablet:min-h-9 tablet:w-9"
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </Link>
  )
}

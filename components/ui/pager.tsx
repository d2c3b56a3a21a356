import { ChevronLeft, ChevronRight } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'

type PagerProps = {
  /** Addresses; none where the list begins or ends. */
  previous?: string
  next?: string
  label: string
  previousLabel: string
  nextLabel: string
}

export function Pager({ previous, next, label, previousLabel, nextLabel }: PagerProps) {
  return (
    <nav
      aria-label={label}
      className="flex items-center justify-end gap-2 border-t border-border px-3 py-2 pl-4 text-table text-text-2 print:hidden"
    >
      <span className="flex-1">{label}</span>
      {previous && (
        <LinkButton href={previous} size="sm" icon={<ChevronLeft size={16} strokeWidth={1.75} aria-hidden />}>
          {previousLabel}
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} size="sm">
          {nextLabel}
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
        </LinkButton>
      )}
    </nav>
  )
}

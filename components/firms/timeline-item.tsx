import type { LucideIcon } from 'lucide-react'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { formatDate, formatTime, ROME } from '@/lib/format'

const DISCS = {
  quiet: 'bg-fill text-text-2',
  blue: 'bg-tint text-on-tint',
  strong: 'bg-primary text-on-primary',
  ok: 'bg-ok-tint text-ok-text',
  danger: 'bg-danger-tint text-danger-text',
}

type TimelineItemProps = {
  Icon: LucideIcon
  disc?: keyof typeof DISCS
  title: ReactNode
  who?: string | null
  at: Date
  children?: ReactNode
}

const yearOf = (at: Date) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: ROME }).format(at)

/** One happening: what, who, when, and a few words. */
export async function TimelineItem({ Icon, disc = 'quiet', title, who, at, children }: TimelineItemProps) {
  const locale = await getLocale()
  const day = formatDate(locale, at, yearOf(at) === yearOf(new Date()) ? 'brief' : 'day')
  return (
    <li className="relative flex gap-3 pb-4 last:pb-1 before:absolute before:top-8 before:bottom-0 before:left-3.75 before:w-px before:bg-border last:before:hidden">
      <span className={classNames('grid size-7.5 shrink-0 place-items-center rounded-full', DISCS[disc])}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <b className="text-body font-semibold">{title}</b>
          {who && <span className="text-table text-text-2">{who}</span>}
          <time dateTime={at.toISOString()} className="ml-auto text-small whitespace-nowrap text-text-2">
            {day}, {formatTime(locale, at)}
          </time>
        </div>
        {children && <div className="text-table text-text-2">{children}</div>}
      </div>
    </li>
  )
}

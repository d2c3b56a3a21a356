import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AGENDA_VIEWS, type AgendaView } from '@/lib/today/schema'

const KEYS = { day: 'G', week: 'S', list: 'L' }

type ViewLinksProps = { shown: AgendaView; addressOf: (view: AgendaView) => string }

/** The agenda by day, by week or as a list. */
export function ViewLinks({ shown, addressOf }: ViewLinksProps) {
  const t = useTranslations('today.view')
  return (
    <nav aria-label={t('label')} className="flex gap-0.5 rounded-m bg-fill p-0.5">
      {AGENDA_VIEWS.map((view) => (
        <Link
          key={view}
          href={addressOf(view) as Route}
          aria-current={view === shown ? 'page' : undefined}
          aria-keyshortcuts={KEYS[view]}
          className="grid h-10 place-items-center rounded-s px-3 text-table text-text-2 no-underline hover:text-text aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-text aria-[current=page]:shadow-thumb tablet:h-7.5"
        >
          {t(view)}
        </Link>
      ))}
    </nav>
  )
}

import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FirmTimeline } from '@/components/firms/firm-timeline'
import { NoteBox } from '@/components/firms/note-box'
import { classNames } from '@/components/ui/class-names'
import { LinkButton } from '@/components/ui/link-button'
import { pathOf } from '@/lib/firms/queries'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'
import { SHOWS, type Show } from '@/lib/timeline/rules'

const STEP = 20

type FirmActivityProps = { firmId: string; show: Show; limit: number }

/** The middle of the page: what happened, narrowed by links, so that each view has an address. */
export async function FirmActivity({ firmId, show, limit }: FirmActivityProps) {
  const [t, actor, counts] = await Promise.all([getTranslations('firms.timeline'), gate('firms.read'), pathOf(firmId)])
  const address = (view: Show, events?: number) => {
    const query = new URLSearchParams()
    if (view !== 'all') query.set('show', view)
    if (events) query.set('events', String(events))
    return `/firms/${firmId}${query.size ? `?${query}` : ''}` as Route
  }
  return (
    <section aria-label={t('label')} className="min-w-0 rounded-l border border-border bg-surface">
      <nav aria-label={t('label')} className="flex gap-1 overflow-x-auto border-b border-border px-3 pt-2">
        {SHOWS.map((view) => (
          <Link
            key={view}
            href={address(view)}
            scroll={false}
            aria-current={view === show ? 'true' : undefined}
            className={classNames(
              'flex h-11 shrink-0 items-center gap-1.25 border-b-3 px-2.5 text-body focus-inset tablet:h-9',
              view === show
                ? 'border-primary font-semibold text-on-tint'
                : 'border-transparent text-text-2 hover:text-text',
            )}
          >
            {t(view)}
            {view !== 'all' && <span className="text-small font-normal text-text-3">{counts[view]}</span>}
          </Link>
        ))}
      </nav>
      {can(actor, 'firms.write') && <NoteBox firmId={firmId} author={actor.name} />}
      <div className="p-4">
        <FirmTimeline
          firmId={firmId}
          show={show}
          limit={limit}
          more={
            <LinkButton href={address(show, limit + STEP)} size="sm" className="mt-3">
              {t('more')}
            </LinkButton>
          }
        />
      </div>
    </section>
  )
}

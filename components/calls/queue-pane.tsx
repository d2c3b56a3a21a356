import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { QueueItem } from '@/components/calls/queue-item'
import { QueueMore } from '@/components/calls/queue-more'
import { QueueToggle } from '@/components/calls/queue-toggle'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { minutesAfter } from '@/lib/calls/rules'
import { COUNT_LIMIT, formatCount, formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { deskNumbers, queueOf } from '@/lib/queue/queries'
import { ONLY, type QueueRow, type QueueView } from '@/lib/queue/rules'
import { dayOf } from '@/lib/today/rules'

const SOON_MINUTES = 15

/** Overdue, due within a quarter of an hour, or later: with its time, and the day where it is not today. */
function dueOf(row: Pick<QueueRow, 'callbackAt'>, locale: string, now: Date) {
  if (!row.callbackAt) return null
  const time = formatTime(locale, row.callbackAt)
  const today = dayOf(row.callbackAt) === dayOf(now)
  const when = today ? time : `${formatDate(locale, row.callbackAt, 'brief')} ${time}`
  if (row.callbackAt < now) return { kind: 'late' as const, when }
  return { kind: row.callbackAt <= minutesAfter(now, SOON_MINUTES) ? ('now' as const) : ('later' as const), when }
}

const CALLED_AGAIN = new Set(['callback', 'confirm'])

type QueuePaneProps = { campaignId: string; currentId?: string; view: QueueView; byName: boolean }

/** Callbacks first, then the list; who must not be called stays visible, struck through. */
export async function QueuePane({ campaignId, currentId, view, byName }: QueuePaneProps) {
  const [t, locale, rows, numbers] = await Promise.all([
    getTranslations('calls.queue'),
    getLocale(),
    queueOf(campaignId, view),
    deskNumbers(campaignId),
  ])
  const now = new Date()
  const items = rows.map(({ assignmentId, firmName, kind, attempts, holder, appointmentId, startsAt, ...row }) => ({
    ...{ assignmentId, firmName, kind, attempts, holder },
    due: dueOf(row, locale, now),
    agenda: startsAt && appointmentId ? `/today?day=${dayOf(startsAt)}&open=${appointmentId}` : null,
    meta: [row.municipality, nameIn(locale, { nameIt: row.sectorIt, nameEn: row.sectorEn })]
      .filter(Boolean)
      .join(' · '),
  }))
  const callbacks = items.filter(({ kind }) => CALLED_AGAIN.has(kind))
  if (byName) callbacks.sort((a, b) => a.firmName.localeCompare(b.firmName, locale))
  const listed = items.filter(({ kind }) => !CALLED_AGAIN.has(kind))
  const late = callbacks.filter(({ due }) => due?.kind === 'late').length
  // A count that broke off says no more of the rest than of the whole.
  const shown = numbers.ready > COUNT_LIMIT ? 0 : listed.filter(({ kind }) => kind === 'listed').length
  const more = Math.max(0, numbers.ready - shown)
  const list = (shown: typeof items) => (
    <ul>
      {shown.map((item) => (
        <QueueItem key={`${item.kind}.${item.assignmentId}`} item={item} isCurrent={item.assignmentId === currentId} />
      ))}
    </ul>
  )
  return (
    <section
      aria-label={t('label')}
      className={classNames(
        'flex min-h-0 flex-col border-b border-border bg-surface tablet:row-span-3 tablet:max-h-none tablet:border-r tablet:border-b-0 desk:row-span-2 wide:row-span-1',
        currentId ? 'max-h-44' : 'max-h-80',
      )}
    >
      <div data-queue className="min-h-0 flex-1 overflow-y-auto">
        <Heading
          title={t('callbacks')}
          action={
            callbacks.length > 1 && <QueueToggle param="sort" options={['', 'name']} value={byName ? 'name' : ''} />
          }
        >
          {late > 0 && <Tag tone="danger">{t('overdue', { count: late })}</Tag>}
        </Heading>
        {callbacks.length > 0 ? (
          list(callbacks)
        ) : (
          <p className="px-4 pb-1 text-small text-text-3">{t('noCallbacks')}</p>
        )}
        <Heading
          title={t('toCall')}
          action={<QueueToggle param="only" options={['', ...ONLY]} value={view.only ?? ''} />}
        >
          <Tag>{formatCount(locale, numbers.ready)}</Tag>
        </Heading>
        {listed.length > 0 ? list(listed) : <p className="px-4 pb-3 text-small text-text-3">{t('none')}</p>}
      </div>
      {(more > 0 || view.whole) && <QueueMore more={view.only ? 0 : more} whole={view.whole} />}
    </section>
  )
}

function Heading({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <h2 className="flex items-center gap-2 px-4 pt-3 pb-1.5 text-small font-semibold text-text-2">
      {title}
      {children}
      {action && <span className="ml-auto">{action}</span>}
    </h2>
  )
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TimelineEventItem } from '@/components/firms/timeline-event'
import { Empty } from '@/components/ui/empty'
import { timelineOf } from '@/lib/timeline/queries'
import type { Show } from '@/lib/timeline/rules'

type FirmTimelineProps = {
  firmId: string
  show?: Show
  limit?: number
  /** What leads to older happenings; shown where there are any. */
  more?: ReactNode
}

/** Everything that happened with a firm, newest first. */
export async function FirmTimeline({ firmId, show = 'all', limit = 20, more }: FirmTimelineProps) {
  const [t, timeline] = await Promise.all([getTranslations('firms.timeline'), timelineOf(firmId, { show, limit })])
  if (timeline.events.length === 0) return <Empty title={t(show === 'all' ? 'empty' : 'emptyShow')} />
  return (
    <>
      <ol className="flex flex-col">
        {timeline.events.map((event) => (
          <TimelineEventItem key={`${event.kind}-${event.id}`} event={event} />
        ))}
      </ol>
      {timeline.more && more}
    </>
  )
}

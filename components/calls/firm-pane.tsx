import { getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import { CallPanes } from '@/components/calls/call-panes'
import { ContactBar } from '@/components/calls/contact-bar'
import { DeskFacts } from '@/components/calls/desk-facts'
import { DialBox } from '@/components/calls/dial-box'
import { PhoneList } from '@/components/calls/phone-list'
import { ScriptCard } from '@/components/calls/script-card'
import { TimelineCard } from '@/components/calls/timeline-card'
import { FlagTags, StatusTag } from '@/components/firms/firm-tags'
import { FirmTimeline } from '@/components/firms/firm-timeline'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import type { FirmOnTelephone } from '@/lib/leases/queries'
import { gate } from '@/lib/session'

const TIMELINE_ROWS = 6

type FirmPaneProps = { campaignId: string; held: FirmOnTelephone; visitMinutes: number; outcome: ReactNode }

/** The firm on the telephone: who it is, whether it may be called, what to say, what happened so far, and how the call ended. */
export async function FirmPane({ campaignId, held, visitMinutes, outcome }: FirmPaneProps) {
  const [t, actor] = await Promise.all([getTranslations('calls.firm'), gate('calls.log')])
  const { firm, numbers, phones, opposition } = held
  const stopped = firm.doNotContactSince !== null
  const head = (
    <header className="flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-[21px] leading-[27px] font-bold break-words">{firm.name}</h2>
        <div className="mt-1.25 flex flex-wrap gap-1.5">
          <StatusTag status={firm.status} />
          <FlagTags firm={firm} />
          {firm.rea && <Tag tone="outline">{t('rea', { number: firm.rea })}</Tag>}
        </div>
      </div>
      <DialBox {...{ numbers, phones, stopped }} />
      {!stopped && <PhoneList {...{ numbers, phones, opposition }} />}
    </header>
  )
  const timeline = (
    <TimelineCard key={firm.id} firmId={firm.id} author={actor.name}>
      <Suspense key={firm.id} fallback={<Skeleton className="h-32 w-full" />}>
        <FirmTimeline firmId={firm.id} limit={TIMELINE_ROWS} />
      </Suspense>
    </TimelineCard>
  )
  return (
    <CallPanes
      head={head}
      facts={<DeskFacts firm={firm} person={held.contacts[0]} />}
      contact={<ContactBar firm={firm} />}
      script={<ScriptCard campaignId={campaignId} held={held} visitMinutes={visitMinutes} />}
      timeline={timeline}
      outcome={outcome}
    />
  )
}

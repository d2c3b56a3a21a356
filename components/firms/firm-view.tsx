import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { DigitalCard } from '@/components/firms/digital-card'
import { FirmActivity } from '@/components/firms/firm-activity'
import { FirmExtra } from '@/components/firms/firm-extra'
import { FirmFacts } from '@/components/firms/firm-facts'
import { FirmHead } from '@/components/firms/firm-head'
import { FirmNeeds } from '@/components/firms/firm-needs'
import { FirmPeople } from '@/components/firms/firm-people'
import { FirmPrivacy } from '@/components/firms/firm-privacy'
import { FirmStrip } from '@/components/firms/firm-strip'
import { FirmUnits } from '@/components/firms/firm-units'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { firmById } from '@/lib/firms/queries'
import { eventLimit, showOf } from '@/lib/timeline/rules'

type FirmViewProps = {
  params: Promise<{ firmId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A firm on one page: what the register says, what happened, what it asked for. */
export async function FirmView({ params, searchParams }: FirmViewProps) {
  const [{ firmId }, search] = await Promise.all([params, searchParams])
  const firm = await firmById(firmId)
  if (!firm) notFound()
  return (
    <Messages pick={['firms.people', 'firms.phones', 'firms.notes', 'firms.stop', 'firms.readmit', 'firms.channels']}>
      <FirmHead firm={firm} />
      <FirmStrip firm={firm} />
      <div className="grid items-start gap-4 desk:grid-cols-[18.75rem_1fr] wide:grid-cols-[18.75rem_1fr_20.5rem]">
        <div className="flex min-w-0 flex-col gap-4 max-desk:order-3">
          <FirmFacts firmId={firm.id} />
          <FirmPeople firm={firm} />
          <FirmUnits firmId={firm.id} />
          <FirmExtra extra={firm.extra} />
          <DigitalCard firm={firm} />
        </div>
        <Suspense fallback={<Skeleton className="h-100 w-full rounded-l" />}>
          <FirmActivity firmId={firm.id} show={showOf(search.show)} limit={eventLimit(search.events)} />
        </Suspense>
        <div className="grid min-w-0 items-start gap-4 desk:max-wide:col-span-2 desk:max-wide:grid-cols-2">
          <FirmNeeds firmId={firm.id} />
          <FirmPrivacy firm={firm} />
        </div>
      </div>
    </Messages>
  )
}

import { DeskCorrect } from '@/components/calls/desk-correct'
import { ContactState } from '@/components/firms/contact-state'
import { StopContacting } from '@/components/firms/stop-contacting'
import type { FirmOnTelephone } from '@/lib/leases/queries'

/** Whether the firm may be called, and what can be put right of it on the spot. */
export function ContactBar({ firm }: { firm: FirmOnTelephone['firm'] }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 pr-2 pl-4">
      <ContactState firm={firm} />
      <span className="flex flex-wrap items-center gap-1">
        <DeskCorrect
          key={firm.id}
          firmId={firm.id}
          version={firm.firmVersion}
          was={{ name: firm.name, address: firm.address, email: firm.email, pec: firm.pec }}
        />
        {!firm.doNotContactSince && <StopContacting firmId={firm.id} firmName={firm.name} />}
      </span>
    </div>
  )
}

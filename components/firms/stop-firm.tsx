import { StopContacting } from '@/components/firms/stop-contacting'
import { Messages } from '@/components/ui/messages'
import type { STOP_CHANNELS } from '@/lib/firms/rules'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

type StopFirmProps = {
  firm: { id: string; name: string; doNotContactSince: Date | null }
  channel?: (typeof STOP_CHANNELS)[number]
  compact?: boolean
}

/** The way to leave a firm alone, wherever it is shown to somebody who may; nothing where it is left alone already. */
export async function StopFirm({ firm, channel, compact }: StopFirmProps) {
  const actor = await gate('firms.read')
  if (firm.doNotContactSince || !can(actor, 'firms.write')) return null
  return (
    <Messages pick={['firms.stop', 'firms.channels']}>
      <StopContacting firmId={firm.id} firmName={firm.name} channel={channel} compact={compact} />
    </Messages>
  )
}

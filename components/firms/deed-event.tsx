import {
  Ban,
  Check,
  type LucideIcon,
  PencilLine,
  PhoneOff,
  PhoneOutgoing,
  Undo2,
  UserMinus,
  UserPen,
  UserPlus,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ChangeLines } from '@/components/firms/change-lines'
import { TimelineItem } from '@/components/firms/timeline-item'
import type texts from '@/lib/i18n/it/firms.json'
import type { TimelineEvent } from '@/lib/timeline/queries'
import { changesIn, textIn } from '@/lib/timeline/rules'

const ICONS: Record<string, LucideIcon> = {
  'firm.correctionUndone': Undo2,
  'firm.correctionKept': Check,
  'firm.phoneAdded': PhoneOutgoing,
  'firm.phoneStruck': PhoneOff,
  'firm.contactStopped': Ban,
  'firm.readmitted': Undo2,
  'contact.added': UserPlus,
  'contact.changed': UserPen,
  'contact.removed': UserMinus,
}

/** What colleagues did to the firm's data, from the activity log. */
export async function DeedEventItem({ event }: { event: TimelineEvent & { kind: 'deed' } }) {
  const t = await getTranslations('firms.timeline')
  const deed = event.verb.replace('.', '_') as keyof typeof texts.timeline.deeds
  const changes = changesIn(event.changes).filter(({ field }) => field !== 'doNotContactSince')
  const reason = textIn(event.changes, 'reason')
  return (
    <TimelineItem
      Icon={ICONS[event.verb] ?? PencilLine}
      disc={event.verb === 'firm.contactStopped' ? 'danger' : 'quiet'}
      title={t(`deeds.${deed}`)}
      who={event.user?.name}
      at={event.at}
    >
      {(changes.length > 0 || reason) && (
        <>
          {changes.length > 0 && <ChangeLines changes={changes} />}
          {reason && <p>{reason}</p>}
        </>
      )}
    </TimelineItem>
  )
}

import { CalendarClock, CircleCheck, CirclePause, CirclePlay, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '@/components/ui/tag'
import { phaseOf } from '@/lib/campaigns/rules'
import { dayOf } from '@/lib/today/rules'
import type { CampaignStatus } from '@/prisma/client/enums'

const LOOKS: Record<CampaignStatus | 'over' | 'ahead', { tone: TagTone; Icon: typeof CircleCheck }> = {
  open: { tone: 'blue', Icon: CirclePlay },
  ahead: { tone: 'neutral', Icon: CalendarClock },
  over: { tone: 'warn', Icon: TriangleAlert },
  paused: { tone: 'warn', Icon: CirclePause },
  closed: { tone: 'neutral', Icon: CircleCheck },
}

type CampaignStatusTagProps = { campaign: { status: CampaignStatus; startsOn: Date; endsOn: Date } }

/** Open, paused or closed; of an open one also that its period has not begun, or is over. */
export function CampaignStatusTag({ campaign: { status, startsOn, endsOn } }: CampaignStatusTagProps) {
  const t = useTranslations('campaigns.status')
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const phase = phaseOf({ startsOn: day(startsOn), endsOn: day(endsOn) }, dayOf(new Date()))
  const shown = status === 'open' && phase !== 'running' ? phase : status
  const { tone, Icon } = LOOKS[shown]
  return (
    <Tag tone={tone} icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}>
      {t(shown)}
    </Tag>
  )
}

import { CalendarX2, Check, CircleAlert, Clock, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { AppointmentState as State } from '@/prisma/client/enums'

const SOON_MINUTES = 60

type AppointmentStateProps = { appointment: { state: State; startsAt: Date; minutes: number }; now: Date }

/** How an appointment stands at this moment. */
export function AppointmentState({ appointment, now }: AppointmentStateProps) {
  const t = useTranslations('today')
  const { state, startsAt, minutes } = appointment
  if (state === 'done')
    return (
      <Tag tone="ok" icon={<Check strokeWidth={1.75} aria-hidden />}>
        {t('state.done')}
      </Tag>
    )
  if (state === 'no_show')
    return (
      <Tag tone="danger" icon={<UserX strokeWidth={1.75} aria-hidden />}>
        {t('state.no_show')}
      </Tag>
    )
  if (state === 'cancelled')
    return <Tag icon={<CalendarX2 strokeWidth={1.75} aria-hidden />}>{t('state.cancelled')}</Tag>
  const ahead = Math.round((startsAt.getTime() - now.getTime()) / 60_000)
  if (ahead < -minutes)
    return (
      <Tag tone="warn" icon={<CircleAlert strokeWidth={1.75} aria-hidden />}>
        {t('state.toRecord')}
      </Tag>
    )
  if (ahead > 0 && ahead <= SOON_MINUTES)
    return (
      <Tag tone="blue" icon={<Clock strokeWidth={1.75} aria-hidden />}>
        {t('inMinutes', { minutes: ahead })}
      </Tag>
    )
  return (
    <Tag tone="outline" icon={<Clock strokeWidth={1.75} aria-hidden />}>
      {t('state.planned')}
    </Tag>
  )
}

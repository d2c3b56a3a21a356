import { MapPin } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NeedWords } from '@/components/firms/need-words'
import { TimelineItem } from '@/components/firms/timeline-item'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { VisitEvent } from '@/lib/timeline/queries'
import { OBSTACLES } from '@/lib/visits/rules'

/** A visit opens as a list of what was met, shown and heard. */
export async function VisitEventItem({ event }: { event: VisitEvent }) {
  const [t, locale] = await Promise.all([getTranslations('firms'), getLocale()])
  const met = event.contacts.map(({ contact: { name, role } }) => (role ? `${name} (${role})` : name))
  const shown = event.services.map(({ service }) => nameIn(locale, service))
  const obstacle = OBSTACLES.find((known) => known === event.digitalObstacle)
  const digital = [
    event.digitalLevel && t(`digital.${event.digitalLevel}`),
    obstacle && t('timeline.obstacle', { obstacle: t(`timeline.obstacles.${obstacle}`) }),
  ].filter(Boolean)
  const went = [
    event.interest && t(`timeline.interest.${event.interest}`),
    event.minutes && t('timeline.minutes', { minutes: event.minutes }),
  ].filter(Boolean)
  const next =
    event.followUp === 'none'
      ? []
      : [
          t(`timeline.followUps.${event.followUp}`),
          event.followUpAt && `${formatDate(locale, event.followUpAt)}, ${formatTime(locale, event.followUpAt)}`,
        ]
  return (
    <TimelineItem
      Icon={MapPin}
      disc="strong"
      title={t(`timeline.visitPlaces.${event.place}`)}
      who={event.user.name}
      at={event.at}
    >
      <dl className="mt-2 divide-y divide-border rounded-m border border-border empty:hidden">
        <Line term={t('timeline.met')}>{met.join(', ')}</Line>
        <Line term={t('timeline.presented')}>{shown.join(', ')}</Line>
        <Line term={t('timeline.needsHeard')}>{event.needs.length > 0 && <NeedWords needs={event.needs} />}</Line>
        <Line term={t('timeline.digital')}>{digital.join('; ')}</Line>
        <Line term={t('timeline.howItWent')}>{went.join(' · ')}</Line>
        <Line term={t('timeline.visitNote')}>{event.note}</Line>
        <Line term={t('timeline.followUp')}>{next.filter(Boolean).join(' ')}</Line>
      </dl>
    </TimelineItem>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="grid gap-x-3 px-3 py-2 tablet:grid-cols-[6.5rem_1fr]">
      <dt className="text-text-2">{term}</dt>
      <dd className="min-w-0 break-words text-text">{children}</dd>
    </div>
  )
}

'use client'
import { MapPin, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import type { Diary } from '@/lib/diary/queries'
import { journeyOf, TRAVEL_KMH } from '@/lib/diary/rules'
import { formatTime } from '@/lib/format'

type JourneyProps = {
  diary: Diary | null | undefined
  /** The appointment itself, where it is being moved. */
  except?: string
  startsAt: Date | null
  minutes: number
  visitorName: string
  isAccepted: boolean
  onAccept: (isAccepted: boolean) => void
}

/** How the chosen moment fits into the visitor's day: what it overlaps, what is near, what cannot be reached in time. */
export function Journey({ diary, except, startsAt, minutes, visitorName, isAccepted, onAccept }: JourneyProps) {
  const t = useTranslations('diary')
  const locale = useLocale()
  if (diary === null) return <p className="text-small text-warn-text">{t('unread')}</p>
  if (!diary || !startsAt) return null
  const others = diary.visits.filter(({ id }) => id !== except)
  const { clash, nearest, tight } = journeyOf({ startsAt, minutes }, others)
  const named = (visit: { firmName: string | null; startsAt: Date }) => ({
    firm: visit.firmName ?? t('otherVisit'),
    time: formatTime(locale, visit.startsAt),
  })
  const warning = 'flex items-start gap-1.5 text-small text-warn-text'
  const sign = <TriangleAlert size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
  return (
    <div role="status" className="flex flex-col gap-1">
      {clash && (
        <>
          <p className={warning}>
            {sign}
            {t('clash', { name: visitorName, ...named(clash) })}
          </p>
          <Checkbox isSelected={isAccepted} onChange={onAccept}>
            {t('accept')}
          </Checkbox>
        </>
      )}
      {nearest && (
        <p className="flex items-start gap-1.5 text-small text-text-2">
          <MapPin size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
          {nearest.km === 0
            ? t('sameTown', named(nearest))
            : t(nearest.isNear ? 'near' : 'far', { ...named(nearest), km: nearest.km ?? 0 })}
        </p>
      )}
      {tight.map((visit) => (
        <p key={visit.id} className={warning}>
          {sign}
          {t('tight', { ...named(visit), km: visit.km ?? 0, gap: visit.gap, needed: visit.needed, speed: TRAVEL_KMH })}
        </p>
      ))}
    </div>
  )
}

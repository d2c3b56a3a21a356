'use client'
import { MapPin, Phone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { NeedIcon } from '@/components/needs/need-icon'
import { DateField } from '@/components/ui/date-field'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { TimeField } from '@/components/ui/time-field'
import type { NeedTypeChoice, OfficeChoice } from '@/components/visits/needs-step'
import type { StepProps } from '@/components/visits/step-frame'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { formatDate } from '@/lib/format'
import { addDays } from '@/lib/today/rules'
import { NOTE_LIMIT, nextContactDay } from '@/lib/visits/rules'
import type { FollowUp, VisitInterest } from '@/prisma/client/enums'

const ICONS = { none: undefined, call: Phone, visit: MapPin }
const INTERESTS = ['cold', 'interested', 'very_interested'] as const

type SequelStepProps = StepProps & { needTypes: NeedTypeChoice[]; offices: OfficeChoice[]; calendar: WorkingCalendar }

export function SequelStep({ draft, change, errors, needTypes, offices, calendar }: SequelStepProps) {
  const t = useTranslations('visits.sequel')
  const locale = useLocale()
  const proposed = draft.needs.filter(({ officeId, status }) => officeId !== '' && status === 'recorded')
  const follow = (followUp: FollowUp) =>
    change({
      followUp,
      followUpDay: draft.followUpDay || nextContactDay(draft.day, calendar),
      followUpTime: draft.followUpTime || '10:00',
    })
  return (
    <>
      {proposed.length > 0 ? (
        <ul aria-label={t('referrals')} className="divide-y divide-border rounded-l border border-border bg-surface">
          {proposed.map((need) => {
            const type = needTypes.find(({ id }) => id === need.needTypeId)
            const office = offices.find(({ id }) => id === need.officeId)
            if (!type || !office) return null
            const due = new Date(`${addDays(draft.day, office.answerDays)}T12:00:00Z`)
            return (
              <li key={need.id} className="px-3 py-1.5">
                <Switch
                  isSelected={need.refer}
                  onChange={(refer) =>
                    change({ needs: draft.needs.map((one) => (one.id === need.id ? { ...one, refer } : one)) })
                  }
                >
                  <span className="flex items-center gap-2.5">
                    <NeedIcon code={type.code} />
                    <span className="min-w-0">
                      <b className="block font-semibold">{office.name}</b>
                      <span className="block text-table text-text-2">
                        {t('dueBy', { need: type.name, day: formatDate(locale, due) })}
                      </span>
                    </span>
                  </span>
                </Switch>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-table text-text-2">{t('noReferrals')}</p>
      )}
      <Segmented
        full
        size="lg"
        label={t('followUp')}
        value={draft.followUp}
        onChange={(id) => (id === 'none' ? change({ followUp: 'none' }) : follow(id as FollowUp))}
        options={(['none', 'call', 'visit'] as const).map((id) => {
          const Icon = ICONS[id]
          return { id, label: t(id), icon: Icon && <Icon size={14} strokeWidth={1.75} aria-hidden /> }
        })}
      />
      {draft.followUp !== 'none' && (
        <div className="grid grid-cols-2 gap-3">
          <DateField
            name="followUpDay"
            label={t('day')}
            value={draft.followUpDay}
            onChange={(followUpDay) => change({ followUpDay })}
            error={errors.followUpDay}
          />
          <TimeField
            name="followUpTime"
            label={t('time')}
            value={draft.followUpTime}
            onChange={(followUpTime) => change({ followUpTime })}
            error={errors.followUpTime}
          />
        </div>
      )}
      <Segmented
        full
        size="lg"
        label={t('interest')}
        optional
        value={draft.interest}
        onChange={(interest) => change({ interest: interest as VisitInterest })}
        options={INTERESTS.map((id) => ({ id, label: t(id) }))}
      />
      <TextField
        multiline
        name="note"
        label={t('note')}
        optional
        value={draft.note}
        onChange={(note) => change({ note })}
        maxLength={NOTE_LIMIT}
        error={errors.note}
      />
    </>
  )
}

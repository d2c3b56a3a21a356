'use client'
import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { TimeField } from '@/components/ui/time-field'
import { ContactAdder } from '@/components/visits/contact-adder'
import type { DraftContact } from '@/components/visits/draft'
import type { StepProps } from '@/components/visits/step-frame'
import { VisitPlace } from '@/prisma/client/enums'

const LENGTHS = [15, 30, 45, 60, 90, 120, 180]

type MeetingStepProps = StepProps & {
  contacts: { id: string; name: string; role: string | null }[]
  doNotContact: boolean
  showDay: boolean
}

export function MeetingStep({ draft, change, errors, contacts, doNotContact, showDay }: MeetingStepProps) {
  const t = useTranslations('visits.meeting')
  const people = [...contacts, ...draft.newContacts]
  const met = (id: string, isMet: boolean) => {
    const others = draft.contactIds.filter((other) => other !== id)
    change({ contactIds: isMet ? [...others, id] : others })
  }
  const add = (contact: DraftContact) =>
    change({ newContacts: [...draft.newContacts, contact], contactIds: [...draft.contactIds, contact.id] })
  const lengths = [...new Set([...LENGTHS, draft.minutes])].sort((a, b) => a - b)
  return (
    <>
      {doNotContact && <Notice tone="danger">{t('doNotContact')}</Notice>}
      <fieldset className="flex flex-col gap-2" data-field="contactIds">
        <legend className="sr-only">{t('who')}</legend>
        {people.length > 0 ? (
          <ul className="divide-y divide-border rounded-l border border-border bg-surface">
            {people.map(({ id, name, role }) => (
              <li key={id} className="px-3 py-1">
                <Checkbox
                  isSelected={draft.contactIds.includes(id)}
                  onChange={(isMet) => met(id, isMet)}
                  description={role || undefined}
                >
                  {name}
                </Checkbox>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-table text-text-2">{t('nobody')}</p>
        )}
        {errors.contactIds && (
          <p role="alert" className="text-small text-danger-text">
            {errors.contactIds}
          </p>
        )}
        <ContactAdder onAdd={add} />
      </fieldset>
      <Segmented
        full
        size="lg"
        label={t('where')}
        value={draft.place}
        onChange={(place) => change({ place: place as VisitPlace })}
        options={Object.values(VisitPlace).map((place) => ({ id: place, label: t(`place.${place}`) }))}
      />
      <div className="grid grid-cols-2 gap-3">
        {showDay && (
          <DateField
            name="day"
            label={t('day')}
            value={draft.day}
            onChange={(day) => change({ day })}
            error={errors.day}
            className="col-span-2"
          />
        )}
        <TimeField
          name="time"
          label={t('start')}
          value={draft.time}
          onChange={(time) => change({ time })}
          error={errors.time}
        />
        <Select
          label={t('minutes')}
          value={String(draft.minutes)}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
          options={lengths.map((count) => ({ id: String(count), label: t('minutesCount', { count }) }))}
        />
      </div>
      <Notice icon={<ShieldCheck size={16} strokeWidth={1.75} />} title={t('privacy')}>
        {t('privacyHint')}
      </Notice>
      <div>
        <Switch isSelected={draft.privacyNoticeGiven} onChange={(privacyNoticeGiven) => change({ privacyNoticeGiven })}>
          {t('noticeGiven')}
        </Switch>
        <Switch isSelected={draft.invitesConsent} onChange={(invitesConsent) => change({ invitesConsent })}>
          {t('invites')}
        </Switch>
      </div>
    </>
  )
}

'use client'
import { Bell as BellIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { claimNotices, useHidden } from '@/components/reminders/kept-keys'
import { ReminderList } from '@/components/reminders/reminder-list'
import { useDue } from '@/components/reminders/use-due'
import { Panel } from '@/components/shell/panel'
import { formatTime } from '@/lib/format'
import type { Reminder } from '@/lib/reminders/queries'
import { reminderKey } from '@/lib/reminders/rules'

const ANNOUNCED = { visit: 'announceVisit', callback: 'announceCallback', confirm: 'announceConfirm' } as const

/** Visits and callbacks that fall due: a number in the band, a word to screen readers, a notification where allowed. */
export function Bell() {
  const t = useTranslations('reminders.bell')
  const locale = useLocale()
  const { hidden, hide } = useHidden()
  const due = useDue()
  const [said, say] = useState('')
  const open = due.filter((reminder) => !hidden.has(reminderKey(reminder)))
  const words = ({ kind, at, firmName }: Reminder) =>
    t(ANNOUNCED[kind], { time: formatTime(locale, at), firm: firmName })
  const tell = useEffectEvent(async (all: Reminder[]) => {
    const fresh = await claimNotices(all.map(reminderKey))
    const told = all.filter((reminder) => fresh.includes(reminderKey(reminder)))
    if (told.length === 0) return
    say(told.map(words).join('. '))
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    for (const reminder of told)
      new Notification('Porta a Porta', { body: words(reminder), tag: reminderKey(reminder) })
  })
  useEffect(() => {
    if (due.length > 0) void tell(due)
  }, [due])
  return (
    <>
      <Panel
        label={t('label')}
        className="band-button relative"
        trigger={
          <>
            <BellIcon size={20} strokeWidth={1.75} aria-hidden />
            <span className="sr-only">{t('count', { count: open.length })}</span>
            {open.length > 0 && (
              <span
                aria-hidden
                className="absolute top-0.5 right-0 min-w-4 rounded-full bg-on-band px-1 text-center text-micro leading-4 font-bold text-band"
              >
                {open.length}
              </span>
            )}
          </>
        }
      >
        <ReminderList reminders={open} onHide={(reminder) => hide(reminderKey(reminder))} />
      </Panel>
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
    </>
  )
}

'use client'
import { BellRing, MapPin, PhoneForwarded, X } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/lib/format'
import type { Reminder } from '@/lib/reminders/queries'
import { reminderKey } from '@/lib/reminders/rules'

type ReminderListProps = { reminders: Reminder[]; onHide: (reminder: Reminder) => void }

const addressOf = ({ kind, id, campaignId, day }: Reminder) => {
  if (kind === 'callback') return `/calls?campaign=${campaignId}` as Route
  return `/today?${day ? `day=${day}&` : ''}open=${id}` as Route
}

/** What falls due, each with the way there and the way out of sight. */
export function ReminderList({ reminders, onHide }: ReminderListProps) {
  const t = useTranslations('reminders.bell')
  const locale = useLocale()
  return (
    <div className="flex w-80 max-w-full flex-col">
      {reminders.length === 0 && <p className="px-4 py-3 text-table text-text-2">{t('empty')}</p>}
      <ul className="divide-y divide-border">
        {reminders.map((reminder) => {
          const { kind, at, firmName } = reminder
          const Icon = kind === 'visit' ? MapPin : PhoneForwarded
          return (
            <li key={reminderKey(reminder)} className="flex items-center gap-2.5 py-2 pr-2 pl-4">
              <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-3" />
              <div className="min-w-0 flex-1">
                <Link href={addressOf(reminder)} className="block truncate font-semibold text-text hover:underline">
                  {firmName}
                </Link>
                <p className="text-table text-text-2">{t(kind, { time: formatTime(locale, at) })}</p>
              </div>
              <Button
                variant="ghost"
                size="sm"
                icon={<X size={16} strokeWidth={1.75} aria-hidden />}
                aria-label={t('dismiss', { firm: firmName })}
                onPress={() => onHide(reminder)}
              />
            </li>
          )
        })}
      </ul>
      <NoticeChoice />
    </div>
  )
}

/** Asks the browser for its notifications; says where they stand. */
function NoticeChoice() {
  const t = useTranslations('reminders.bell')
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'))
  return (
    <div className="border-t border-border px-4 py-2.5 text-small text-text-2">
      {permission === 'default' ? (
        <Button
          size="sm"
          icon={<BellRing size={16} strokeWidth={1.75} aria-hidden />}
          onPress={async () => setPermission(await Notification.requestPermission())}
        >
          {t('notify')}
        </Button>
      ) : (
        t(permission === 'granted' ? 'notifying' : 'blocked')
      )}
    </div>
  )
}

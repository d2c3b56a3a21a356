'use client'
import { History } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { formatDate, formatTime } from '@/lib/format'
import { dayOf } from '@/lib/today/rules'

type FoundDraftProps = { savedAt: string; onResume: () => void; onRestart: () => void }

/** What was being written when the form was left; nothing is thrown away before the person says so. */
export function FoundDraft({ savedAt, onResume, onRestart }: FoundDraftProps) {
  const t = useTranslations('visits.form')
  const locale = useLocale()
  const at = new Date(savedAt)
  const time = formatTime(locale, at)
  const isToday = dayOf(at) === dayOf(new Date())
  return (
    <section className="flex flex-col gap-3 rounded-l border border-border bg-surface p-4">
      <p className="text-body">{t('found')}</p>
      <Button variant="filled" icon={<History size={16} strokeWidth={1.75} aria-hidden />} onPress={onResume}>
        {isToday ? t('resume', { time }) : t('resumeDay', { day: formatDate(locale, at), time })}
      </Button>
      <Button onPress={onRestart}>{t('restart')}</Button>
    </section>
  )
}

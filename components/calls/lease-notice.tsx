'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useDesk } from '@/components/calls/desk-frame'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/lib/format'

type LeaseNoticeProps = { assignmentId: string; until: Date | null; draftAt?: number }

/** Until when nobody else gets the firm, and how to keep it longer; when the draft was kept. */
export function LeaseNotice({ assignmentId, until, draftAt }: LeaseNoticeProps) {
  const t = useTranslations('calls')
  const locale = useLocale()
  const { take } = useDesk()
  const [over, setOver] = useState(false)
  const end = until?.getTime()
  useEffect(() => {
    if (!end) return
    setOver(end <= Date.now())
    const timer = setTimeout(() => setOver(true), Math.max(0, end - Date.now()))
    return () => clearTimeout(timer)
  }, [end])
  if (over) {
    return (
      <Notice tone="warn" role="status">
        {t('outcome.expired')}{' '}
        <Button size="sm" variant="ghost" onPress={() => take(assignmentId)}>
          {t('outcome.keep')}
        </Button>
      </Notice>
    )
  }
  return (
    <p className="flex flex-wrap justify-between gap-x-3 text-small text-text-3">
      {until && <span>{t('outcome.held', { time: formatTime(locale, until) })}</span>}
      {draftAt && <span>{t('keysStrip.draft', { time: formatTime(locale, new Date(draftAt)) })}</span>}
    </p>
  )
}

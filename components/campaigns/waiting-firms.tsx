'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Card } from '@/components/ui/card'
import { Meter } from '@/components/ui/meter'
import { formatNumber, formatShare } from '@/lib/format'

const EVERY_MS = 2_000

/** How far a long list has come; the page is asked for anew until it is whole. */
export function WaitingFirms({ listed, waiting }: { listed: number; waiting: number }) {
  const t = useTranslations('campaigns.waiting')
  const locale = useLocale()
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  const total = listed + waiting
  const quarter = Math.floor((listed / total) * 4) / 4
  return (
    <Card title={t('title')} className="border-2 border-primary desk:col-span-2">
      <Meter value={listed / total} label={t('title')} className="mb-2 h-2.5" />
      <p className="text-table tabular-nums">
        {t('done', { done: formatNumber(locale, listed), total: formatNumber(locale, total) })}
      </p>
      <p className="text-small text-text-2">{t('leave')}</p>
      <p className="sr-only" role="status">
        {quarter > 0 && t('announce', { share: formatShare(locale, quarter, 0) })}
      </p>
    </Card>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/format'

const EVERY_MS = 3_000

/** How many firms a job has still to move, looked up again until none is left. */
export function SectorsMoving({ firms }: { firms: number }) {
  const t = useTranslations('sectors')
  const locale = useLocale()
  const router = useRouter()
  const goesOn = firms > 0
  useEffect(() => {
    if (!goesOn) return
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [goesOn, router])
  if (!goesOn) return null
  return <Notice className="mb-3.5">{t('moving', { count: firms, shown: formatNumber(locale, firms) })}</Notice>
}

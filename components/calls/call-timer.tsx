'use client'
import { Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

type CallTimerProps = { since: number /** Set once the outcome is chosen: the call is over. */; seconds?: number }

/** Minutes and seconds since the number was dialled; silent, a screen reader asks for it. */
export function CallTimer({ since, seconds }: CallTimerProps) {
  const t = useTranslations('calls.outcome')
  const [now, setNow] = useState(() => Date.now())
  const running = seconds === undefined
  useEffect(() => {
    if (!running) return
    const tick = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(tick)
  }, [running])
  const passed = Math.max(0, seconds ?? Math.floor((now - since) / 1000))
  const clock = `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, '0')}`
  return (
    <span role="timer" aria-label={t('timer', { clock })} className="flex items-center gap-1 text-small tabular-nums">
      <Timer size={14} strokeWidth={1.75} aria-hidden />
      {clock}
    </span>
  )
}

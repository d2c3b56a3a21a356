'use client'
import { useEffect, useState } from 'react'
import type { Reminder } from '@/lib/reminders/queries'

const EVERY_MS = 60_000

/** What falls due, asked after the first sight and once a minute while the page is seen; empty until then. */
export function useDue(): Reminder[] {
  const [due, setDue] = useState<Reminder[]>([])
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      // Without a connection, or signed out meanwhile, what was known last stays.
      const answer = await fetch('/api/reminders').catch(() => null)
      if (!answer?.ok) return
      const found = (await answer.json()) as Reminder[]
      setDue(found.map((reminder) => ({ ...reminder, at: new Date(reminder.at) })))
    }
    void ask()
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [])
  return due
}

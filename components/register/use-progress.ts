'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { isRunning } from '@/lib/register/running'
import type { ImportProgress } from '@/lib/register/schema'

const PAUSE = 1_000

/** Follows a running import; once it has ended, the page is asked for anew and shows the outcome. */
export function useProgress(id: string | null, first: ImportProgress | null) {
  const router = useRouter()
  const [progress, setProgress] = useState(first)
  const [lost, setLost] = useState(false)
  const [now, setNow] = useState<number | null>(null)

  useEffect(() => {
    if (!id) return
    let timer: ReturnType<typeof setTimeout>
    const ended = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch(`/api/register/${id}`, { signal: ended.signal })
        const { importProgress } = await import('@/lib/register/schema')
        const next = importProgress.parse(await answer.json())
        setProgress(next)
        setNow(Date.now())
        setLost(false)
        if (!isRunning(next.status)) return router.refresh()
      } catch {
        if (ended.signal.aborted) return
        setLost(true)
      }
      timer = setTimeout(ask, PAUSE)
    }
    timer = setTimeout(ask, PAUSE / 4)
    return () => {
      ended.abort()
      clearTimeout(timer)
    }
  }, [id, router])

  return { progress: progress?.id === id ? progress : null, lost, now }
}

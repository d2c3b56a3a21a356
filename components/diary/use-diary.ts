'use client'
import { useEffect, useState } from 'react'
import type { Diary } from '@/lib/diary/queries'
import type { DiaryQuery } from '@/lib/diary/schema'
import { weekOf } from '@/lib/today/rules'

type Found = { question: string; diary: Diary | null }

/**
 * The visitor's week around a day: undefined while it is being read, null where it cannot be; and who else may go. Read
 * anew when `again` changes: the server refused, so somebody was faster. What was read before stands until then, so that
 * nothing is drawn away under the hand that is about to tick it.
 */
export function useDiary({ assignment, visitor, day }: DiaryQuery, again?: string) {
  const [visitors, setVisitors] = useState<Diary['visitors']>([])
  const [found, setFound] = useState<Found>()
  const [monday = day] = weekOf(day)
  const question = `${new URLSearchParams({ assignment, visitor, day: monday })}`
  // What stands behind # is not sent: it only has the same question asked once more.
  const asking = `${question}#${again ?? ''}`
  useEffect(() => {
    const asked = new AbortController()
    read(asking, asked.signal).then(
      (diary) => {
        setFound({ question, diary })
        setVisitors(diary.visitors)
      },
      () => asked.signal.aborted || setFound({ question, diary: null }),
    )
    return () => asked.abort()
  }, [question, asking])
  return { diary: found?.question === question ? found.diary : undefined, visitors }
}

async function read(query: string, signal: AbortSignal): Promise<Diary> {
  const answer = await fetch(`/api/diary?${query}`, { signal })
  if (!answer.ok) throw new Error(`The diary answered ${answer.status}`)
  const diary = (await answer.json()) as Diary
  return { ...diary, visits: diary.visits.map((visit) => ({ ...visit, startsAt: new Date(visit.startsAt) })) }
}

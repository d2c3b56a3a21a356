'use client'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { blankDraft, type Draft, type Facts } from '@/components/calls/draft'

const PREFIX = 'call-draft.'
const KEEP_DAYS = 7
const DAY = 24 * 3_600_000

const keyOf = (userId: string, assignmentId: string) => `${PREFIX}${userId}.${assignmentId}`

function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** What was typed about a firm is personal data: it goes when the call is saved, and after a week in any case. */
export function forgetDraft(userId: string, assignmentId: string): void {
  localStorage.removeItem(keyOf(userId, assignmentId))
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if ((readDraft(key)?.savedAt ?? 0) < Date.now() - KEEP_DAYS * DAY) localStorage.removeItem(key)
  }
}

const never = () => () => {}

/** False on the server and while the page wakes up: only then may the screen differ from what the server drew. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/** The draft of this person for this firm: kept in the browser with every change, found again after a reload. */
export function useDraft(assignmentId: string, facts: Facts, awake: boolean) {
  const key = keyOf(facts.userId, assignmentId)
  const [draft, setDraft] = useState<Draft>(() => (awake && readDraft(key)) || blankDraft(facts))
  const change = useCallback(
    (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part, savedAt: Date.now() })),
    [],
  )
  useEffect(() => {
    if (draft.savedAt) localStorage.setItem(key, JSON.stringify(draft))
  }, [key, draft])
  return { draft, change }
}

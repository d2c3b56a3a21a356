'use client'
import { useEffect, useRef, useState } from 'react'
import { newId, type Step, type VisitDraft } from '@/components/visits/draft'

type Kept = { savedAt: string; step: Step; draft: VisitDraft }

/** Raised when the shape of a draft changes: older ones are then left alone. */
const SHAPE = 1

function read(key: string): Kept | null {
  try {
    const kept: Kept & { shape: number } = JSON.parse(localStorage.getItem(key) ?? 'null')
    return kept?.shape === SHAPE ? kept : null
  } catch {
    return null
  }
}

/**
 * A visit being written, kept in this browser at every change, so that a reload or a flat battery loses nothing. A
 * draft from before is offered as `found` and never overwritten until the person chose.
 */
export function useDraft(key: string, initial: Omit<VisitDraft, 'id'> & { id?: string }, step: Step) {
  const [draft, setDraft] = useState<VisitDraft>(() => ({ ...initial, id: initial.id ?? newId() }))
  const [found, setFound] = useState<Kept | null>(null)
  const [isKept, setKept] = useState<boolean | null>(null)
  const touched = useRef(false)

  useEffect(() => setFound(read(key)), [key])
  useEffect(() => {
    if (!touched.current) return
    try {
      localStorage.setItem(key, JSON.stringify({ shape: SHAPE, savedAt: new Date().toISOString(), step, draft }))
      setKept(true)
    } catch {
      setKept(false)
    }
  }, [key, step, draft])

  return {
    draft,
    found,
    isKept,
    change: (patch: Partial<VisitDraft>) => {
      touched.current = true
      setDraft((before) => ({ ...before, ...patch }))
    },
    resume: () => {
      if (found) setDraft({ ...found.draft, version: found.draft.version ?? initial.version })
      touched.current = true
      setFound(null)
    },
    restart: () => {
      localStorage.removeItem(key)
      setFound(null)
    },
    forget: () => {
      touched.current = false
      localStorage.removeItem(key)
    },
  }
}

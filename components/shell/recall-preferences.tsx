'use client'
import { startTransition, useEffect } from 'react'
import { recallPreferences } from '@/lib/preferences/actions'

/** On a browser without the person's choices: fetches them once. */
export function RecallPreferences() {
  useEffect(() => startTransition(() => recallPreferences()), [])
  return null
}

'use client'
import { useSyncExternalStore } from 'react'
import { keptWith } from '@/lib/reminders/rules'

const CHANGED = 'reminder-keys'
const NONE = '[]'

const read = (name: string): string[] => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? NONE)
  } catch {
    return []
  }
}

function keep(name: string, keys: string[]) {
  localStorage.setItem(name, JSON.stringify(keptWith(read(name), keys)))
  window.dispatchEvent(new Event(CHANGED))
}

function subscribe(changed: () => void) {
  window.addEventListener('storage', changed)
  window.addEventListener(CHANGED, changed)
  return () => {
    window.removeEventListener('storage', changed)
    window.removeEventListener(CHANGED, changed)
  }
}

/** What this browser was told to hide, in step between its tabs; ids alone, nothing of firms. */
export function useHidden(): { hidden: Set<string>; hide: (key: string) => void } {
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem('reminders.hidden') ?? NONE,
    () => NONE,
  )
  return {
    hidden: new Set(text === NONE ? [] : read('reminders.hidden')),
    hide: (key) => keep('reminders.hidden', [key]),
  }
}

/** Those of the keys that no tab of this browser has shown as a notification yet; from now on they are shown. */
export async function claimNotices(keys: string[]): Promise<string[]> {
  const claim = () => {
    const shown = read('reminders.shown')
    const fresh = keys.filter((key) => !shown.includes(key))
    if (fresh.length > 0) keep('reminders.shown', fresh)
    return fresh
  }
  // A page without https has no locks, and no notifications either.
  return 'locks' in navigator ? await navigator.locks.request('reminders', claim) : claim()
}

'use client'
import { useSyncExternalStore } from 'react'

const CHANGED = 'remembered'

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', changed)
  }
}

/** A yes or no this browser keeps; no until then, and where it may not keep anything. */
export function useRemembered(name: string): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => kept()?.getItem(name) === '1',
    () => false,
  )
  const remember = (next: boolean) => {
    kept()?.setItem(name, next ? '1' : '0')
    window.dispatchEvent(new Event(CHANGED))
  }
  return [value, remember]
}

/** Reading `localStorage` throws where the browser is told to keep nothing. */
function kept(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

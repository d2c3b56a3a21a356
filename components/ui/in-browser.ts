'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}
/** Under the tablet's width (app/globals.css). */
const NARROW = '(width < 37.5rem)'

/** Whether this is drawn in the browser: what only a person there needs is not sent with the page. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

function onNarrow(changed: () => void) {
  const narrow = matchMedia(NARROW)
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the browser is as narrow as a phone; the server takes it to be wide. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    onNarrow,
    () => matchMedia(NARROW).matches,
    () => false,
  )
}

'use client'
import { useCallback, useSyncExternalStore } from 'react'

const never = () => () => {}
/** The widths of app/globals.css. */
const [TABLET, DESK] = ['37.5rem', '64rem']

/** Whether this is drawn in the browser: what only a person there needs is not sent with the page. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/** Whether the browser is narrower than this; the server takes it to be wide. */
function useUnder(width: string): boolean {
  const media = `(width < ${width})`
  const watch = useCallback(
    (changed: () => void) => {
      const asked = matchMedia(media)
      asked.addEventListener('change', changed)
      return () => asked.removeEventListener('change', changed)
    },
    [media],
  )
  return useSyncExternalStore(
    watch,
    () => matchMedia(media).matches,
    () => false,
  )
}

/** As narrow as a phone. */
export const useNarrow = () => useUnder(TABLET)

/** As narrow as a phone or a tablet held upright. */
export const useOneColumn = () => useUnder(DESK)

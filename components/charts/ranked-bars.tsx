'use client'
import { type ComponentProps, lazy, Suspense, useSyncExternalStore } from 'react'
import type { BarRanking } from '@/components/charts/bar-ranking'

const Bars = lazy(() => import('@/components/charts/bar-ranking').then((file) => ({ default: file.BarRanking })))

/** From here on there is room for bars; under it the table stands in their place. */
const ROOM = '(min-width: 37.5rem)'

function subscribe(changed: () => void) {
  const query = window.matchMedia(ROOM)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The bars, fetched after the page and only where they are shown; their place is kept by whoever draws them. */
export function RankedBars(props: ComponentProps<typeof BarRanking>) {
  const hasRoom = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(ROOM).matches,
    () => false,
  )
  return hasRoom ? (
    <Suspense>
      <Bars {...props} />
    </Suspense>
  ) : null
}

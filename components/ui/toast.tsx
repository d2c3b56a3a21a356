'use client'
import { lazy, Suspense, useEffect, useState } from 'react'

export type ToastMessage = {
  message: string
  actionLabel?: string
  onAction?: () => void
  tone?: 'info' | 'ok' | 'danger'
}

const FIRST = 'first-toast'
const load = () => import('@/components/ui/toast-region')
const Toasts = lazy(async () => ({ default: (await load()).Toasts }))

/** Tells of something that happened; an error stays until it is closed, anything else 6 seconds. */
export function toast(message: ToastMessage): void {
  window.dispatchEvent(new Event(FIRST))
  void load().then(({ show }) => show(message))
}

/** Where toasts appear; once in the layout. Their code comes with the first of them. */
export function Toaster() {
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const ask = () => setAsked(true)
    window.addEventListener(FIRST, ask)
    return () => window.removeEventListener(FIRST, ask)
  }, [])
  return (
    isAsked && (
      <Suspense>
        <Toasts />
      </Suspense>
    )
  )
}

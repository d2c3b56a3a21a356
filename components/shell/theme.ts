'use client'
import { startTransition, useSyncExternalStore } from 'react'
import { chooseTheme } from '@/lib/preferences/actions'
import type { Theme } from '@/lib/preferences/rules'

const DARK = '(prefers-color-scheme: dark)'

function subscribe(notify: () => void) {
  const system = matchMedia(DARK)
  const page = new MutationObserver(notify)
  system.addEventListener('change', notify)
  page.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', notify)
    page.disconnect()
  }
}

function chosen(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const isDark = () => (chosen() === 'system' ? matchMedia(DARK).matches : chosen() === 'dark')

/** Whether the screen is dark now, whoever decided it; light until the browser is known. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark, () => false)
}

export function useChosenTheme(): Theme {
  return useSyncExternalStore(subscribe, chosen, () => 'system' as const)
}

/** Changes the screen at once, and keeps the choice. */
export function changeTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme
  startTransition(() => chooseTheme(theme))
}

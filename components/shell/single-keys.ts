'use client'
import { useSyncExternalStore } from 'react'

const KEY = 'single-keys'
const CHANGED = 'single-keys-changed'

function subscribe(notify: () => void) {
  window.addEventListener('storage', notify)
  window.addEventListener(CHANGED, notify)
  return () => {
    window.removeEventListener('storage', notify)
    window.removeEventListener(CHANGED, notify)
  }
}

/** Whether shortcuts of one key are on in this browser; they may disturb who dictates or slips (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn, () => true)
}

export function chooseSingleKeys(on: boolean) {
  localStorage.setItem(KEY, on ? 'on' : 'off')
  window.dispatchEvent(new Event(CHANGED))
}

/** Whether a key was meant as text or for an open dialog, and so is no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : undefined
  return Boolean(
    target?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=listbox]'),
  )
}

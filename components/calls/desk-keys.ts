'use client'
import { type RefObject, useEffect } from 'react'
import { isTyping, singleKeysOn } from '@/components/shell/single-keys'

/**
 * Single keys press what is on the screen: a control with `data-key="4"` is pressed by 4, one inside
 * `data-focus-key="N"` takes the focus. They are off inside text fields and where the person switched them off.
 */
export function useDeskKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const desk = root.current
      if (!desk || event.defaultPrevented || document.querySelector('[role=dialog], [role=alertdialog]')) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        desk.querySelector<HTMLFormElement>('form[data-outcome]')?.requestSubmit()
      } else if (event.key === 'Escape' && isWriting(event)) {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event) && singleKeysOn()) {
        const control = controlOf(desk, event.key.toUpperCase())
        if (!control) return
        event.preventDefault()
        control()
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [root])
}

/** Radio buttons and check boxes take no text. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  return isTyping(event) || target?.role === 'spinbutton'
    ? !target?.matches('input[type=radio], input[type=checkbox]')
    : false
}

function controlOf(desk: HTMLElement, key: string): (() => void) | null {
  if (key === 'J' || key === 'K') {
    const row = neighbour(desk, key === 'J' ? 1 : -1)
    return row && (() => row.click())
  }
  if (!/^[A-Z1-9]$/.test(key)) return null
  const pressed = desk.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (pressed) return () => pressed.click()
  const field = desk.querySelector<HTMLElement>(`[data-focus-key="${key}"] :is(textarea, input, button)`)
  return field && (() => field.focus())
}

/** The row after or before the firm on the telephone; from nowhere, the first. */
function neighbour(desk: HTMLElement, step: 1 | -1): HTMLElement | null {
  const rows = [...desk.querySelectorAll<HTMLElement>('button[data-queue-row]:not(:disabled)')]
  const here = rows.findIndex((row) => row.ariaCurrent === 'true')
  return rows[here < 0 ? 0 : here + step] ?? null
}

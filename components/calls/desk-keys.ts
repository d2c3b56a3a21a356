'use client'
import { type RefObject, useEffect } from 'react'
import { isTyping, singleKeysOn } from '@/components/shell/single-keys'

/**
 * Single keys press what is on the screen: a control with `data-key="4"` is pressed by 4, one inside
 * `data-focus-key="N"` takes the focus. They are off inside text fields and where the person switched them off.
 */
export function useDeskKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isElsewhere()) return
      event.preventDefault()
      event.stopPropagation()
      root.current?.querySelector<HTMLFormElement>('form[data-outcome]')?.requestSubmit()
    }
    const press = (event: KeyboardEvent) => {
      const desk = root.current
      if (!desk || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere()) return
      if (isWriting(event)) {
        if (event.key === 'Escape' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
      } else if (singleKeysOn()) {
        const control = controlOf(desk, event.key.toUpperCase())
        if (!control) return
        event.preventDefault()
        control()
      }
    }
    // Ctrl Enter comes first wherever the focus is: on a chip, Enter alone would press the chip.
    window.addEventListener('keydown', save, true)
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', save, true)
      window.removeEventListener('keydown', press)
    }
  }, [root])
}

const isElsewhere = () => document.querySelector('[role=dialog], [role=alertdialog]') !== null

/** Radio buttons and check boxes take no text; parts of a date and closed lists do. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (!target || target.matches('input[type=radio], input[type=checkbox]')) return false
  return isTyping(event) || target.matches('[role=spinbutton], [aria-haspopup=listbox]')
}

function controlOf(desk: HTMLElement, key: string): (() => void) | null {
  if (key === 'J' || key === 'K') {
    const row = neighbour(desk, key === 'J' ? 1 : -1)
    return row && (() => row.click())
  }
  if (!/^[A-Z1-9]$/.test(key)) return null
  const pressed = desk.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (pressed) {
    return () => {
      pressed.click()
      if (/\d/.test(key)) lookAhead(desk)
    }
  }
  const field = desk.querySelector<HTMLElement>(`[data-focus-key="${key}"] :is(textarea, input, button)`)
  return field && (() => field.focus())
}

const PATIENCE_MS = 2000
const LOOK_MS = 50

/**
 * After the key of an outcome the focus goes to the first free answer it asks for (a suggested moment, a free hour), as
 * soon as that is drawn: one more key, Enter, gives the usual answer. Not where the person has gone elsewhere meanwhile.
 */
function lookAhead(desk: HTMLElement): void {
  const from = document.activeElement
  const until = Date.now() + PATIENCE_MS
  const look = () => {
    if (document.activeElement !== from) return
    const first = desk.querySelector<HTMLElement>('[data-first] button:not(:disabled)')
    if (first) first.focus()
    else if (Date.now() < until) setTimeout(look, LOOK_MS)
  }
  setTimeout(look, LOOK_MS)
}

/** The row after or before the firm on the telephone; from nowhere, the first. */
function neighbour(desk: HTMLElement, step: 1 | -1): HTMLElement | null {
  const rows = [...desk.querySelectorAll<HTMLElement>('button[data-queue-row]:not(:disabled)')]
  const here = rows.findIndex((row) => row.ariaCurrent === 'true')
  return rows[here < 0 ? 0 : here + step] ?? null
}

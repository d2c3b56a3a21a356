'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

const MOVES: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const cellOf = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null

type GridKeysProps = {
  children: ReactNode /** What stands beneath the table while no cell is at hand. */
  hint: string
}

/**
 * Arrow keys for a table drawn on the server: its links carry `data-cell="row,column"` and a label, or say it themselves. One of them is in
 * the tab order at a time; what the cell at hand says stands in full beneath the table.
 */
export function GridKeys({ children, hint }: GridKeysProps) {
  const root = useRef<HTMLDivElement>(null)
  const [about, setAbout] = useState('')

  useEffect(() => {
    const grid = root.current
    if (!grid) return
    const all = new AbortController()
    const on = (type: string, listen: (event: Event) => void) =>
      grid.addEventListener(type, listen, { signal: all.signal })

    const tell = (event: Event) => {
      const cell = cellOf(event)
      setAbout(cell?.getAttribute('aria-label') ?? cell?.textContent ?? '')
    }
    on('pointerover', tell)
    on('focusin', (event) => {
      const cell = cellOf(event)
      if (!cell) return
      for (const other of grid.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1
      cell.tabIndex = 0
      tell(event)
    })
    on('keydown', (event) => {
      const way = event instanceof KeyboardEvent ? MOVES[event.key] : undefined
      const [row, column] = cellOf(event)?.dataset.cell?.split(',').map(Number) ?? []
      if (!way || row === undefined || column === undefined) return
      event.preventDefault()
      grid.querySelector<HTMLElement>(`[data-cell="${row + way[0]},${column + way[1]}"]`)?.focus()
    })
    return () => all.abort()
  }, [])

  return (
    <div ref={root}>
      {children}
      <p className="mt-2 h-9 overflow-hidden text-small text-text-2 desk:h-4.5">{about || hint}</p>
    </div>
  )
}

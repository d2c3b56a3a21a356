'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** Lights up everything inside that has the same `data-code` as what is pointed at or focused. */
export function Lit({ className, children }: { className?: string; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const area = root.current
    if (!area) return
    const all = new AbortController()
    const light = ({ type, target }: Event) => {
      const from = target instanceof Element ? target.closest('[data-code]') : null
      for (const lit of area.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit')
      const code = from?.getAttribute('data-code')
      if (!code || type === 'pointerleave') return
      for (const one of area.querySelectorAll(`[data-code="${CSS.escape(code)}"]`)) one.setAttribute('data-lit', '')
      // A row out of sight is brought into it within its own list, without moving the page.
      const row = area.querySelector<HTMLElement>(`tr[data-code="${CSS.escape(code)}"]`)
      const list = row?.closest('section')
      if (from instanceof SVGElement && row && list) list.scrollTop = row.offsetTop - list.clientHeight / 2
    }
    for (const type of ['pointerover', 'pointerleave', 'focusin']) {
      area.addEventListener(type, light, { signal: all.signal })
    }
    return () => all.abort()
  }, [])
  return (
    <div ref={root} className={className}>
      {children}
    </div>
  )
}

'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { FIRMS } from '@/components/charts/firms-link'

/**
 * Puts the filter of the page's address on the links to firms inside, once one of them is pointed at, focused or
 * pressed: before that it would only be said hundreds of times.
 */
export function FilteredLinks({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const router = useRouter()

  useEffect(() => {
    const area = root.current
    if (!area) return
    const all = new AbortController()
    const on = (type: string, listen: (event: Event) => void) =>
      area.addEventListener(type, listen, { signal: all.signal })
    /** What the page wrote into a link, and what was made of it. */
    const filled = new WeakMap<Element, { given: string; made: string }>()

    const fill = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest(`a[href^="${FIRMS}?"]`) : null
      const now = link?.getAttribute('href')
      if (!link || !now) return null
      // Where there is no room the name is cut off: then it can still be read in full.
      if (link.scrollWidth > link.clientWidth) link.setAttribute('title', link.textContent ?? '')
      const before = filled.get(link)
      const given = before?.made === now ? before.given : now
      const params = new URLSearchParams(window.location.search)
      for (const [name, value] of new URLSearchParams(given.slice(FIRMS.length))) params.set(name, value)
      const made = `${FIRMS}?${params.toString().replaceAll('%2C', ',')}`
      filled.set(link, { given, made })
      link.setAttribute('href', made)
      return made
    }
    on('pointerover', fill)
    on('focusin', fill)
    on('click', (event) => {
      const address = fill(event)
      const press = event as MouseEvent
      const elsewhere = press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey
      if (!address || elsewhere) return
      event.preventDefault()
      router.push(address as Route)
    })
    return () => all.abort()
  }, [router])

  return <div ref={root}>{children}</div>
}

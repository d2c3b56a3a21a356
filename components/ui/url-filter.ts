'use client'
import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTransition } from 'react'

/** The address with `param` set to these values; the place in the list falls away, since it was of another list. */
export function filteredAddress(pathname: string, search: string, param: string, values: string[]): string {
  const next = new URLSearchParams(search)
  next.delete('after')
  next.delete('before')
  const kept = values.filter(Boolean)
  if (kept.length > 0) next.set(param, kept.join(','))
  else next.delete(param)
  const query = next.toString().replaceAll('%2C', ',')
  return query ? `${pathname}?${query}` : pathname
}

/** Filters live in the address, so that a view can be sent to a colleague and the way back works. */
export function useUrlFilter(param: string) {
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [isPending, startTransition] = useTransition()
  const write = (values: string[]) =>
    startTransition(() => {
      router.push(filteredAddress(pathname, search.toString(), param, values) as Route, { scroll: false })
    })
  return { isPending, write }
}

'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type NavLinkProps = {
  href: Route
  className: string
  /** Other addresses that belong to it. */
  covers?: readonly string[]
  children: ReactNode
}

/** A link that says whether one stands at or below its address. */
export function NavLink({ href, className, covers = [], children }: NavLinkProps) {
  const pathname = usePathname()
  const current =
    pathname === href ? 'page' : [`${href}/`, ...covers].some((path) => pathname.startsWith(path)) ? 'true' : undefined
  return (
    <Link href={href} className={className} aria-current={current}>
      {children}
    </Link>
  )
}

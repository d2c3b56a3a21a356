import type { ReactNode } from 'react'

type FirmsLinkProps = { /** Which number (`behindQuery`). */ of: string; children: ReactNode; className?: string }

/**
 * From a number to the firms behind it. A page has hundreds of them, and a filter can be long: the link says which
 * number it is, and `FilteredLinks` puts the page's filter on it when it is about to be followed.
 */
export function FirmsLink({ of, children, className }: FirmsLinkProps) {
  const look = className ?? 'text-text underline decoration-border-strong underline-offset-2 hover:decoration-text'
  // Where there is no room the name is cut off: then it can still be read in full.
  const title = typeof children === 'string' ? children : undefined
  return (
    <a href={firmsAddress(of)} title={title} className={look}>
      {children}
    </a>
  )
}

export const FIRMS = '/insight/firms'
export const firmsAddress = (of: string) => `${FIRMS}?${of}`

import type { ReactNode } from 'react'

type FirmsLinkProps = { /** Which number (`behindQuery`). */ of: string; children: ReactNode; className?: string }

/**
 * From a number to the firms behind it. A page has hundreds of them, and a filter can be long: the link says which
 * number it is, and `FilteredLinks` puts the page's filter on it when it is about to be followed.
 */
export function FirmsLink({ of, children, className = 'firms-link' }: FirmsLinkProps) {
  return (
    <a href={firmsAddress(of)} className={className}>
      {children}
    </a>
  )
}

export const FIRMS = '/insight/firms'
export const firmsAddress = (of: string) => `${FIRMS}?${of}`

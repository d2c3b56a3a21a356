import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const TONES = {
  plain: 'border-border border-b-2 bg-surface text-text-2',
  /** On a filled button or on the band, where the ink around it decides. */
  onColour: 'border-current/45 text-inherit',
}

export function Kbd({ children, tone = 'plain' }: { children: ReactNode; tone?: keyof typeof TONES }) {
  return (
    <kbd
      className={classNames(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-s border px-1.25 font-sans text-micro font-semibold',
        TONES[tone],
      )}
    >
      {children}
    </kbd>
  )
}

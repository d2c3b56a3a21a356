import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const TONES = {
  neutral: 'bg-fill text-text-2',
  blue: 'bg-tint text-on-tint',
  ok: 'bg-ok-tint text-ok-text',
  warn: 'bg-warn-tint text-warn-text',
  danger: 'bg-danger-tint text-danger-text',
  outline: 'font-normal text-text-2 shadow-hairline',
}

export type TagTone = keyof typeof TONES

type TagProps = { tone?: TagTone; icon?: ReactNode; children: ReactNode; className?: string }

/** A state: a word, doubled by an icon. In a selected row it keeps its outline. */
export function Tag({ tone = 'neutral', icon, children, className }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 max-w-full shrink-0 items-center gap-1.25 rounded-s px-1.75 text-small font-semibold whitespace-nowrap in-aria-selected:bg-surface in-aria-selected:shadow-hairline [&>svg]:size-3.5 [&>svg]:shrink-0',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const TONES = {
  neutral: 'tag',
  blue: 'tag tag-blue',
  ok: 'tag tag-ok',
  warn: 'tag tag-warn',
  danger: 'tag tag-danger',
  outline: 'tag tag-outline',
}

export type TagTone = keyof typeof TONES

type TagProps = { tone?: TagTone; icon?: ReactNode; children: ReactNode; className?: string }

/** A state: a word, doubled by an icon. In a selected row it keeps its outline. */
export function Tag({ tone = 'neutral', icon, children, className }: TagProps) {
  return (
    <span className={classNames(TONES[tone], className)}>
      {icon}
      {children}
    </span>
  )
}

'use client'
import { Settings } from 'lucide-react'
import { LanguageChoice } from '@/components/shell/language-choice'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { ThemeChoice } from '@/components/shell/theme-choice'
import { LinkButton } from '@/components/ui/link-button'
import type { THEMES } from '@/lib/preferences/rules'

const SEGMENT =
  'h-10 flex-1 cursor-pointer rounded-s px-3 text-table text-text-2 aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-text aria-pressed:shadow-thumb tablet:h-7'

export type UserMenuProps = {
  name: string
  email: string
  role: string
  words: {
    settings: string
    theme: string
    themes: Record<(typeof THEMES)[number], string>
    language: string
    signOut: string
  }
}

/** Who is signed in, their language and theme, and the way out. */
export function UserMenu({ name, email, role, words }: UserMenuProps) {
  return (
    <div className="flex w-70 max-w-full flex-col gap-3 p-3">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="truncate text-small text-text-2">{email}</p>
        <p className="text-small text-text-2">{role}</p>
      </div>
      <LinkButton href="/settings" icon={<Settings size={16} strokeWidth={1.75} aria-hidden />}>
        {words.settings}
      </LinkButton>
      <ThemeChoice label={words.theme} names={words.themes} />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-table font-semibold tablet:text-small">
          {words.language}
        </span>
        <LanguageChoice
          label={words.language}
          className="flex gap-0.5 rounded-m bg-fill p-0.5"
          buttonClassName={SEGMENT}
        />
      </div>
      <SignOutButton label={words.signOut} />
    </div>
  )
}

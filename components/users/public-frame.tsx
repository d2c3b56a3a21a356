import { DoorOpen } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageChoice } from '@/components/shell/language-choice'
import { ThemeButton } from '@/components/shell/theme-button'

const QUIET =
  'inline-flex h-11 min-w-11 cursor-pointer items-center justify-center rounded-m px-2 text-table text-text-2 hover:bg-fill aria-pressed:font-semibold aria-pressed:text-text aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4 tablet:h-9 tablet:min-w-9'

/** What a stranger sees: the name on the door, one card, language and theme. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] bg-canvas px-4">
      <header className="mx-auto flex w-full max-w-100 items-center gap-2.5 pt-8 pb-6 tablet:pt-16">
        <span className="grid size-9 place-items-center rounded-l bg-band text-on-band">
          <DoorOpen size={24} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="text-panel font-bold">Porta a Porta</span>
      </header>
      <main id="main" className="mx-auto w-full max-w-100">
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-100 items-center justify-between py-4">
        <LanguageChoice label={t('language')} className="-ml-2 flex" buttonClassName={QUIET} />
        <ThemeButton className={`${QUIET} -mr-2`} toDark={t('toDark')} toLight={t('toLight')} />
      </footer>
    </div>
  )
}

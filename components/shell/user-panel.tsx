import { ChevronDown, Settings } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { LanguageChoice } from '@/components/shell/language-choice'
import { Panel } from '@/components/shell/panel'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { ThemeChoice } from '@/components/shell/theme-choice'
import { Avatar } from '@/components/ui/avatar'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/permissions'

const SEGMENT =
  'h-10 flex-1 cursor-pointer rounded-s px-3 text-table text-text-2 aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-text aria-pressed:shadow-thumb tablet:h-7'

/** Who is signed in, their language and theme, and the way out. */
export async function UserPanel({ actor }: { actor: Actor }) {
  const [t, roles] = await Promise.all([getTranslations('shell'), getTranslations('users.roles')])
  const themes = { system: t('themes.system'), light: t('themes.light'), dark: t('themes.dark') }
  return (
    <Panel
      label={t('yourMenu')}
      className="band-button px-1"
      trigger={
        <>
          <Avatar name={actor.name} tone="band" />
          <span className="hidden max-w-40 text-left desk:block">
            <span className="block truncate leading-4 font-semibold">{actor.name}</span>
            <span className="block text-micro font-normal opacity-90">{roles(actor.role)}</span>
          </span>
          <span className="sr-only desk:hidden">{`${actor.name}, ${roles(actor.role)}`}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </>
      }
    >
      <div className="flex w-70 max-w-full flex-col gap-3 p-3">
        <div>
          <p className="font-semibold">{actor.name}</p>
          <p className="truncate text-small text-text-2">{actor.email}</p>
          <p className="text-small text-text-2">{roles(actor.role)}</p>
        </div>
        <LinkButton href="/settings" icon={<Settings size={16} strokeWidth={1.75} aria-hidden />}>
          {t('settings')}
        </LinkButton>
        <ThemeChoice label={t('theme')} names={themes} />
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-table font-semibold tablet:text-small">
            {t('language')}
          </span>
          <LanguageChoice className="flex gap-0.5 rounded-m bg-fill p-0.5" buttonClassName={SEGMENT} />
        </div>
        <SignOutButton label={t('signOut')} />
      </div>
    </Panel>
  )
}

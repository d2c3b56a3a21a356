import { DoorOpen } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Bell } from '@/components/reminders/bell'
import { FirmSearch } from '@/components/shell/firm-search'
import { firstPage } from '@/components/shell/first-page'
import { LanguageChoice } from '@/components/shell/language-choice'
import { ThemeButton } from '@/components/shell/theme-button'
import { UserPanel } from '@/components/shell/user-panel'
import { Messages } from '@/components/ui/messages'
import { chamberName } from '@/lib/chamber/queries'
import { type Actor, can } from '@/lib/permissions'

const LOCALE_BUTTON =
  'band-button min-w-7 px-1.25 aria-pressed:font-bold aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4'

export async function Band({ actor }: { actor: Actor }) {
  const [t, roles, chamber] = await Promise.all([
    getTranslations('shell'),
    getTranslations('users.roles'),
    chamberName(),
  ])
  const themes = { system: t('themes.system'), light: t('themes.light'), dark: t('themes.dark') }
  return (
    <header className="shell-band">
      <Link
        href={firstPage(actor.role)}
        aria-label={t('home')}
        className="flex shrink-0 items-center gap-2.5 text-[1.0625rem] font-bold whitespace-nowrap text-inherit no-underline"
      >
        <span className="grid size-7 place-items-center rounded-m bg-on-band text-band">
          <DoorOpen size={20} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="hidden desk:inline">Porta a Porta</span>
      </Link>
      <span className="hidden max-w-64 truncate border-l border-on-band/35 pl-3 text-small wide:inline">{chamber}</span>
      <FirmSearch label={t('searchLabel')} placeholder={t('searchPlaceholder')} />
      <div className="flex shrink-0 items-center gap-1">
        <LanguageChoice label={t('language')} className="hidden tablet:flex" buttonClassName={LOCALE_BUTTON} />
        <div className="hidden tablet:block">
          <ThemeButton className="band-button" toDark={t('toDark')} toLight={t('toLight')} />
        </div>
        {can(actor, 'visits.record') && (
          <Messages pick={['reminders.bell']}>
            <Bell />
          </Messages>
        )}
        <UserPanel
          label={t('yourMenu')}
          name={actor.name}
          email={actor.email}
          role={roles(actor.role)}
          words={{ settings: t('settings'), theme: t('theme'), themes, language: t('language'), signOut: t('signOut') }}
        />
      </div>
    </header>
  )
}

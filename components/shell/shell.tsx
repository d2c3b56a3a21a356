import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Band } from '@/components/shell/band'
import { type NavWords, navGroups } from '@/components/shell/nav-items'
import { PhoneBar } from '@/components/shell/phone-bar'
import { RecallPreferences } from '@/components/shell/recall-preferences'
import { SideNav } from '@/components/shell/side-nav'
import { Messages } from '@/components/ui/messages'
import { Toaster } from '@/components/ui/toast'
import { gate } from '@/lib/session'

/** The frame around every page of the signed-in area. */
export async function Shell({ children }: { children: ReactNode }) {
  const [actor, t, jar] = await Promise.all([gate(), getTranslations('shell'), cookies()])
  const nav: NavWords = {
    label: t('navigation'),
    groups: navGroups(actor.role).map(({ key: group, items }) => ({
      key: group,
      title: t(`groups.${group}`),
      items: items.map(({ key, ...item }) => ({ ...item, word: t(`pages.${key}`), short: t(`short.${key}`) })),
    })),
  }
  const known = jar.has('locale') && jar.has('theme')
  return (
    <div className="shell">
      <a href="#main" className="shell-skip">
        {t('skip')}
      </a>
      <Band actor={actor} />
      <Messages pick={['shell.shortcuts']}>
        <SideNav {...nav} withCalls={actor.role === 'promoter'} />
      </Messages>
      <main id="main" tabIndex={-1} className="shell-main">
        {children}
      </main>
      <PhoneBar {...nav} more={t('more')} />
      <Toaster />
      {!known && <RecallPreferences />}
    </div>
  )
}

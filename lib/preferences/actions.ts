'use server'

import { cookies } from 'next/headers'
import { keepPreferences } from '@/lib/preferences/mutations'
import { ownPreferences } from '@/lib/preferences/queries'
import { type Preferences, preferences, type Theme } from '@/lib/preferences/schema'
import { currentActor } from '@/lib/session'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/*
 * Not behind formAction: whoever is not signed in yet chooses too, and then only the cookie knows. Setting a cookie
 * renders the page anew by itself, so that nothing needs to be refreshed.
 */
async function writeCookies({ locale, theme }: Preferences) {
  const jar = await cookies()
  const options = { maxAge: YEAR_SECONDS, sameSite: 'lax', path: '/' } as const
  if (locale) jar.set('locale', locale, options)
  if (theme) jar.set('theme', theme, options)
}

async function choose(choice: Preferences) {
  const known = preferences.parse(choice)
  await writeCookies(known)
  const actor = await currentActor()
  if (actor) await keepPreferences(actor, known)
}

export async function chooseLocale(form: FormData): Promise<void> {
  await choose({ locale: form.get('locale') as Preferences['locale'] })
}

export async function chooseTheme(theme: Theme): Promise<void> {
  await choose({ theme })
}

/** On a browser that does not know the person's choices yet: takes the missing ones from their user. */
export async function recallPreferences(): Promise<void> {
  const [jar, own] = await Promise.all([cookies(), ownPreferences()])
  await writeCookies({
    locale: jar.has('locale') ? undefined : (own.locale ?? 'it'),
    theme: jar.has('theme') ? undefined : (own.theme ?? 'system'),
  })
}

/** On signing out: the next person at this browser brings their own. */
export async function forgetPreferences(): Promise<void> {
  const jar = await cookies()
  jar.delete('locale')
  jar.delete('theme')
}

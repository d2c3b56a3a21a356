'use server'

import { cookies } from 'next/headers'
import { keepPreferences } from '@/lib/preferences/mutations'
import { ownPreferences } from '@/lib/preferences/queries'
import type { Theme } from '@/lib/preferences/rules'
import { type Preferences, preferences } from '@/lib/preferences/schema'
import { currentActor } from '@/lib/session'

const YEAR_SECONDS = 365 * 24 * 60 * 60

// Not behind formAction: who is not signed in yet chooses too. Setting a cookie renders the page anew by itself.
async function writeCookies(choices: Preferences) {
  const jar = await cookies()
  for (const [name, value] of Object.entries(choices))
    if (value) jar.set(name, value, { maxAge: YEAR_SECONDS, sameSite: 'lax', path: '/' })
}

async function choose(choice: Preferences) {
  const [known, actor] = [preferences.parse(choice), await currentActor()]
  await writeCookies(known)
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
  for (const name of ['locale', 'theme']) (await cookies()).delete(name)
}

import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, readMessages } from '@/lib/i18n/messages'

/**
 * The language of a request: the one a text is asked for in (a letter, a calendar), else the person's choice, kept in a
 * cookie; Italian where there is none.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get('locale')?.value
  const locale = isLocale(chosen) ? chosen : 'it'
  return { locale, timeZone: 'Europe/Rome', messages: await readMessages(locale) }
})

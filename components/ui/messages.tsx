import type { Messages as AllMessages } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SentMessages } from '@/components/ui/sent-messages'
import type { Locale } from '@/lib/i18n/messages'

type Noun = keyof AllMessages
/** A noun, or one part of its texts: `firms`, `firms.people`. */
type Pick = { [N in Noun]: N | `${N}.${keyof AllMessages[N] & string}` }[Noun]

type MessagesProps = { pick: Pick[]; children: ReactNode }

/**
 * Ships these texts to the client components inside, beside those that came further out; each is sent with the page.
 * They travel as one text: as an object React would write, send and read them one by one.
 */
export async function Messages({ pick, children }: MessagesProps) {
  const [all, locale]: [Record<string, Record<string, unknown>>, Locale] = await Promise.all([
    getMessages(),
    getLocale(),
  ])
  const messages: Record<string, Record<string, unknown>> = {}
  for (const path of pick) {
    const [noun = '', part] = path.split('.')
    messages[noun] = part ? { ...messages[noun], [part]: all[noun]?.[part] } : (all[noun] ?? {})
  }
  return (
    <SentMessages locale={locale} texts={JSON.stringify(messages)}>
      {children}
    </SentMessages>
  )
}

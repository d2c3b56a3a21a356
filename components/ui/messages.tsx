import { type Messages as AllMessages, NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

type Noun = keyof AllMessages
/** A noun, or one part of its texts: `firms`, `firms.people`. */
type Pick = { [N in Noun]: N | `${N}.${keyof AllMessages[N] & string}` }[Noun]

type MessagesProps = { pick: Pick[]; children: ReactNode }

/** Ships these texts, and the common ones, to the client components inside; each is sent with the page. */
export async function Messages({ pick, children }: MessagesProps) {
  const all: Record<string, Record<string, unknown>> = await getMessages()
  const messages: Record<string, Record<string, unknown>> = { common: all.common ?? {} }
  for (const path of pick) {
    const [noun = '', part] = path.split('.')
    messages[noun] = part ? { ...messages[noun], [part]: all[noun]?.[part] } : (all[noun] ?? {})
  }
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { NAMESPACES } from '@/lib/i18n/messages'

type MessagesProps = { pick: (typeof NAMESPACES)[number][]; children: ReactNode }

/** Ships the texts of these nouns, and the common ones, to the client components inside. */
export async function Messages({ pick, children }: MessagesProps) {
  const all = await getMessages()
  const names = new Set<(typeof NAMESPACES)[number]>(['common', ...pick])
  const messages = Object.fromEntries([...names].map((name) => [name, all[name]]))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

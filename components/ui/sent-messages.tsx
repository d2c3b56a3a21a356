'use client'
import { NextIntlClientProvider } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { ROME } from '@/lib/format'
import type { Locale } from '@/lib/i18n/messages'

type Texts = Record<string, Record<string, unknown>>
const Outer = createContext<Texts>({})

type SentMessagesProps = {
  locale: Locale
  /** JSON, as `Messages` sends it. */
  texts: string
  children: ReactNode
}

/** Texts by noun: a noun named here hides the same one further out. */
export function SentMessages({ locale, texts, children }: SentMessagesProps) {
  const outer = useContext(Outer)
  const messages = useMemo<Texts>(() => ({ ...outer, ...JSON.parse(texts) }), [outer, texts])
  return (
    <Outer value={messages}>
      <NextIntlClientProvider locale={locale} timeZone={ROME} messages={messages}>
        {children}
      </NextIntlClientProvider>
    </Outer>
  )
}

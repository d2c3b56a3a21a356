'use client'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Locale } from '@/lib/i18n/messages'

/** Dates, numbers and spoken hints of the controls, in the language of the page rather than of the browser. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <I18nProvider locale={locale === 'en' ? 'en-GB' : 'it-IT'}>{children}</I18nProvider>
}

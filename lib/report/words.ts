import { createTranslator } from 'next-intl'
import { type Locale, readMessages } from '@/lib/i18n/messages'
import type { Words } from '@/lib/insight/sentences'

/** The texts in the language of the report, which need not be the reader's. */
export async function reportWords(locale: Locale) {
  const messages = await readMessages(locale)
  const options = { locale, messages, timeZone: 'Europe/Rome' } as const
  return {
    insight: createTranslator({ ...options, namespace: 'insight' }) as unknown as Words,
    report: createTranslator({ ...options, namespace: 'report' }) as unknown as ReportWords,
  }
}

export type ReportWords = Awaited<ReturnType<typeof import('next-intl/server').getTranslations<'report'>>>

import { createTranslator } from 'use-intl/core'
import { formatDate, formatTime, ROME } from '@/lib/format'
import en from '@/lib/i18n/en/reminders.json'
import it from '@/lib/i18n/it/reminders.json'
import type { CallbackDue, ConfirmationDue, VisitDue } from '@/lib/reminders/due'

type Day = {
  locale: string
  name: string
  now: Date
  visits: VisitDue[]
  callbacks: CallbackDue[]
  confirmations: ConfirmationDue[]
  site?: string
}

/** The morning e-mail in the language of its reader, as plain text and as HTML that says the same. */
export function writeLetter({ locale: wanted, name, now, visits, callbacks, confirmations, site }: Day) {
  const locale = wanted === 'en' ? 'en' : 'it'
  const t = createTranslator({ locale, messages: locale === 'en' ? en : it, namespace: 'letter', timeZone: ROME })
  const day = formatDate(locale, now, 'long')
  const place = ({ firm }: VisitDue) => [firm.address, firm.municipalityName].filter(Boolean).join(', ')
  const phone = ({ firm }: VisitDue | CallbackDue | ConfirmationDue) =>
    firm.doNotContactSince ? null : firm.phones[0]?.e164
  const when = (at: Date) => {
    const isToday = formatDate(locale, at, 'day') === formatDate(locale, now, 'day')
    return isToday ? formatTime(locale, at) : `${formatDate(locale, at)} ${formatTime(locale, at)}`
  }
  const line = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
  const lists = [
    {
      title: t('visits', { count: visits.length }),
      lines: visits.map((visit) => line(when(visit.startsAt), visit.firm.name, place(visit), phone(visit))),
    },
    {
      title: t('callbacks', { count: callbacks.length }),
      lines: callbacks.map((owed) => line(when(owed.callbackAt), owed.firm.name, phone(owed))),
    },
    {
      title: t('confirmations', { count: confirmations.length }),
      lines: confirmations.map((owed) =>
        line(when(owed.confirmAt), owed.firm.name, t('confirmationOf', { when: when(owed.startsAt) }), phone(owed)),
      ),
    },
  ].filter(({ lines }) => lines.length > 0)
  const greeting = t('greeting', { name, day })
  const link = site ? `${site.replace(/\/$/, '')}/today` : null
  const text = [
    greeting,
    ...lists.map(({ title, lines }) => [title, ...lines.map((words) => `- ${words}`)].join('\n')),
    ...(link ? [`${t('open')}: ${link}`] : []),
    t('stop'),
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${locale}"><body>`,
    `<p>${escaped(greeting)}</p>`,
    ...lists.map(
      ({ title, lines }) =>
        `<h2>${escaped(title)}</h2><ul>${lines.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>`,
    ),
    ...(link ? [`<p><a href="${escaped(link)}">${escaped(t('open'))}</a></p>`] : []),
    `<p><small>${escaped(t('stop'))}</small></p></body></html>`,
  ].join('\n')
  return { subject: t('subject', { day }), text, html }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

import { getTranslations } from 'next-intl/server'
import { MessageDialog } from '@/components/appointments/message-dialog'
import type { AgendaAppointment } from '@/lib/appointments/queries'
import { chamberName } from '@/lib/chamber/queries'
import { formatDate, formatTime } from '@/lib/format'
import { LOCALES } from '@/lib/i18n/messages'
import { gate } from '@/lib/session'

/** What the firm is to know of its appointment, written in both languages for the promoter to send. */
export async function FirmMessage({ appointment }: { appointment: AgendaAppointment }) {
  const [sender, chamber] = await Promise.all([gate('visits.record'), chamberName()])
  const { firm, contact, visitor, startsAt, minutes, state, version } = appointment
  const kind = state === 'cancelled' ? 'cancelled' : version > 0 ? 'moved' : 'confirmed'
  const town = [firm.postcode, firm.municipalityName].filter(Boolean).join(' ')
  const address = [firm.address, town].filter(Boolean).join(', ')
  const drafts = await Promise.all(
    LOCALES.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: 'today.letter' })
      const moment = { day: formatDate(locale, startsAt, 'long'), time: formatTime(locale, startsAt) }
      const facts = [
        t('when', { ...moment, minutes }),
        ...(address ? [t('where', { address })] : []),
        t('who', { name: visitor.name }),
      ]
      const body = [
        contact ? t('dear', { name: contact.name }) : t('dearFirm', { firm: firm.name }),
        t(kind, { chamber, ...moment }),
        ...(kind === 'cancelled' ? [] : [facts.join('\n'), t('about')]),
        t('privacy'),
        [t('greetings'), sender.name, t('programme'), chamber, sender.email].join('\n'),
      ]
      return { locale, subject: t(`subject.${kind}`, { chamber }), body: body.join('\n\n') }
    }),
  )
  return <MessageDialog firmName={firm.name} to={contact?.email ?? firm.email ?? firm.pec ?? ''} drafts={drafts} />
}

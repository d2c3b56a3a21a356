import { getTranslations } from 'next-intl/server'
import { writeCalendar } from '@/lib/feeds/calendar'
import { ownerOf } from '@/lib/feeds/owner'
import { feedAppointments } from '@/lib/feeds/queries'
import { secretIn } from '@/lib/feeds/rules'
import { isLocale } from '@/lib/i18n/messages'
import { actAs } from '@/lib/session'

export const dynamic = 'force-dynamic'

const HEADERS = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' }

/** The calendar behind a secret address, for a program that signs in with nothing else; 404 for any other address. */
export async function GET(_: Request, { params }: RouteContext<'/api/calendar/[secret]'>) {
  const secret = secretIn((await params).secret)
  const owner = secret && (await ownerOf(secret))
  if (!owner) return new Response(null, { status: 404, headers: HEADERS })
  const locale = isLocale(owner.locale) ? owner.locale : 'it'
  const [appointments, t] = await Promise.all([
    actAs(owner, () => feedAppointments()),
    getTranslations({ locale, namespace: 'feeds.calendar' }),
  ])
  const text = writeCalendar(appointments, {
    title: t('title'),
    visit: (firm) => t('visit', { firm }),
    phone: (number) => t('phone', { number }),
  })
  return new Response(text, { headers: { ...HEADERS, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

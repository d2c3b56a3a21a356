import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ReadmitFirm } from '@/components/firms/readmit-firm'
import { StopContacting } from '@/components/firms/stop-contacting'
import { Card } from '@/components/ui/card'
import { type firmById, nameOfUser } from '@/lib/firms/queries'
import { STOP_CHANNELS } from '@/lib/firms/rules'
import { formatDate } from '@/lib/format'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

type Firm = NonNullable<Awaited<ReturnType<typeof firmById>>>

/** What the firm was told, what it agreed to, and whether it wants to be left alone. */
export async function FirmPrivacy({ firm }: { firm: Firm }) {
  const [t, locale, actor, by] = await Promise.all([
    getTranslations('firms'),
    getLocale(),
    gate('firms.read'),
    nameOfUser(firm.doNotContactById),
  ])
  const day = (at: Date) => formatDate(locale, at, 'day')
  const since = firm.doNotContactSince
  const channel = STOP_CHANNELS.find((known) => known === firm.doNotContactChannel)
  const stopped = since && [day(since), by, channel && t(`channels.${channel}`)].filter(Boolean).join(' · ')
  const names = { firmId: firm.id, firmName: firm.name }
  return (
    <Card id="privacy" title={t('privacy.title')}>
      <ul className="flex flex-col divide-y divide-border text-table">
        {firm.privacyNoticeAt ? (
          <State mark="yes" title={t('privacy.noticeGiven')}>
            {day(firm.privacyNoticeAt)}
          </State>
        ) : (
          <State mark="open" title={t('privacy.noticeMissing')}>
            {t('privacy.noticeMissingNote')}
          </State>
        )}
        {since ? (
          <State mark="no" title={t('contact.stop')}>
            {t('privacy.phoneNo')}
            <span className="block">{stopped}</span>
            {firm.doNotContactReason && (
              <span className="block">{t('privacy.reason', { reason: firm.doNotContactReason })}</span>
            )}
          </State>
        ) : (
          <State mark="yes" title={t('privacy.phone')}>
            {t('privacy.phoneOk')}
          </State>
        )}
        <State
          mark={firm.invitesConsent === null ? 'open' : firm.invitesConsent ? 'yes' : 'no'}
          title={t('privacy.invites')}
        >
          {t(
            firm.invitesConsent === null
              ? 'privacy.invitesUnknown'
              : firm.invitesConsent
                ? 'privacy.invitesYes'
                : 'privacy.invitesNo',
          )}
        </State>
      </ul>
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {!since && can(actor, 'firms.write') && <StopContacting {...names} />}
        {since && can(actor, 'firms.readmit') && <ReadmitFirm {...names} />}
      </div>
    </Card>
  )
}

const MARKS = {
  yes: { Icon: CircleCheck, look: 'text-ok' },
  no: { Icon: CircleX, look: 'text-text-3' },
  open: { Icon: CircleHelp, look: 'text-warn' },
}

function State({ mark, title, children }: { mark: keyof typeof MARKS; title: string; children: ReactNode }) {
  const { Icon, look } = MARKS[mark]
  return (
    <li className="flex gap-2.5 py-2 first:pt-0 last:pb-0">
      <Icon size={16} strokeWidth={1.75} aria-hidden className={`mt-0.5 shrink-0 ${look}`} />
      <div className="min-w-0">
        {title}
        <div className="text-small text-text-2">{children}</div>
      </div>
    </li>
  )
}

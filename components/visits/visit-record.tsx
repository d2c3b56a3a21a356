import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StopFirm } from '@/components/firms/stop-firm'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { VisitNeeds, VisitServices } from '@/components/visits/visit-said'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { visitById } from '@/lib/visits/queries'
import { DIGITAL_TOOLS, OBSTACLES } from '@/lib/visits/rules'

/** What happened at a firm, as it was recorded. */
export async function VisitRecord({ params }: { params: Promise<{ visitId: string }> }) {
  const [{ visitId }, locale, t] = await Promise.all([params, getLocale(), getTranslations('visits')])
  const visit = await visitById(visitId)
  if (!visit) notFound()
  const { firm, at, followUpAt, interest } = visit
  const when = (moment: Date) => `${formatDate(locale, moment, 'long')} ${formatTime(locale, moment)}`
  const flags = (['young', 'female', 'foreign'] as const).filter((flag) => visit[flag]).map((flag) => t(`page.${flag}`))
  const then = [visit.municipality?.name, nameIn(locale, visit.sector), ...flags].filter(Boolean).join(' · ')
  const tools = DIGITAL_TOOLS.filter((tool) => visit.digitalTools.includes(tool)).map((tool) =>
    t(`digital.tool.${tool}`),
  )
  const obstacle = OBSTACLES.find((code) => code === visit.digitalObstacle)
  const unsaid = t('page.unsaid')
  return (
    <>
      <PageHead
        title={
          <Link href={`/firms/${firm.id}` as Route} className="text-text hover:underline">
            {firm.name}
          </Link>
        }
        note={t('page.subtitle', { name: visit.user.name, when: when(at) })}
        crumb={<Link href="/visits">{t('page.crumb')}</Link>}
        actions={
          <>
            <StopFirm firm={firm} channel="visit" />
            {visit.mayChange && <LinkButton href={`/visits/${visit.id}/edit`}>{t('page.change')}</LinkButton>}
          </>
        }
      />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <Card title={t('steps.meeting')} id="meeting">
          <Facts>
            <Fact name={t('page.met')}>
              {visit.contacts.map(({ contact }) => [contact.name, contact.role].filter(Boolean).join(', ')).join(' · ')}
            </Fact>
            <Fact name={t('page.place')}>{t(`meeting.place.${visit.place}`)}</Fact>
            <Fact name={t('page.duration')}>
              {visit.minutes === null ? unsaid : t('meeting.minutesCount', { count: visit.minutes })}
            </Fact>
            <Fact name={t('page.campaign')}>{visit.campaign.name}</Fact>
            <Fact name={t('page.privacy')}>{visit.privacyNoticeGiven ? t('page.given') : t('page.notGiven')}</Fact>
            <Fact name={t('page.invites')}>{visit.invitesConsent ? t('page.yes') : t('page.no')}</Fact>
            <Fact name={t('page.asThen')}>{then}</Fact>
          </Facts>
        </Card>
        <Card title={t('steps.services')} id="services">
          <VisitServices services={visit.services} />
        </Card>
        <Card title={t('steps.needs')} id="needs">
          <VisitNeeds needs={visit.needs} />
        </Card>
        <Card title={`${t('steps.digital')}, ${t('steps.sequel').toLowerCase()}`} id="sequel">
          <Facts>
            <Fact name={t('digital.level')}>{visit.digitalLevel ? t(`digital.${visit.digitalLevel}`) : unsaid}</Fact>
            <Fact name={t('digital.tools')}>{tools.join(', ') || unsaid}</Fact>
            <Fact name={t('digital.obstacle')}>{obstacle ? t(`digital.obstacles.${obstacle}`) : unsaid}</Fact>
            <Fact name={t('sequel.interest')}>{interest ? t(`sequel.${interest}`) : unsaid}</Fact>
            <Fact name={t('sequel.followUp')}>
              {followUpAt
                ? t('page.followUpAt', { what: t(`sequel.${visit.followUp}`), when: when(followUpAt) })
                : t('sequel.none')}
            </Fact>
            {visit.note && <Fact name={t('sequel.note')}>{visit.note}</Fact>}
          </Facts>
        </Card>
      </div>
    </>
  )
}

function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-4 gap-y-1 text-table tablet:grid-cols-[10rem_minmax(0,1fr)]">{children}</dl>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-2">{name}</dt>
      <dd className="mb-1 whitespace-pre-line tablet:mb-0">{children}</dd>
    </>
  )
}

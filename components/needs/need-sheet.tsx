import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { StopFirm } from '@/components/firms/stop-firm'
import { AssigneeSelect } from '@/components/needs/assignee-select'
import { DueDay } from '@/components/needs/due-day'
import { NeedHistory } from '@/components/needs/need-history'
import { NeedMoves } from '@/components/needs/need-moves'
import { NeedProgress } from '@/components/needs/need-progress'
import { NeedPriorityMark, NeedStatusTag } from '@/components/needs/need-tags'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { needById, officeChoices } from '@/lib/needs/queries'
import { stepsFrom } from '@/lib/needs/rules'

/** One need: what was said, who works on it, what the office answers. */
export async function NeedSheet({ params }: { params: Promise<{ needId: string }> }) {
  const [{ needId }, locale, t] = await Promise.all([params, getLocale(), getTranslations('needs')])
  const need = await needById(needId)
  if (!need) notFound()
  const { firm, office, referrals } = need
  const name = nameIn(locale, need.needType)
  const how = need.callId ? (need.visitId ? 'saidBoth' : 'saidCall') : need.visitId ? 'saidVisit' : 'said'
  const said = t(`page.${how}`, { name: need.recordedBy.name, when: formatDate(locale, need.recordedAt, 'day') })
  const answered = referrals.find(({ answer }) => answer)
  const steps = need.mayMove ? stepsFrom(need.status) : []
  const offices = steps.includes('referred') ? await officeChoices() : []
  const label = 'text-small font-semibold text-text'
  return (
    <>
      <PageHead
        crumb={<Link href="/needs">{t('page.crumb')}</Link>}
        title={name}
        actions={<StopFirm firm={firm} />}
        note={
          <>
            <Link href={`/firms/${firm.id}` as Route}>{firm.name}</Link>
            {[firm.municipalityName, nameIn(locale, firm.sector)].filter(Boolean).map((fact) => ` · ${fact}`)}
          </>
        }
      />
      <Messages pick={['needs']}>
        <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card>
            <div className="flex flex-col gap-4">
              <p className="flex flex-wrap items-center gap-3">
                <NeedPriorityMark priority={need.priority} />
                <NeedStatusTag status={need.status} />
              </p>
              <div>
                {need.words ? (
                  <blockquote className="text-panel whitespace-pre-line">«{need.words}»</blockquote>
                ) : (
                  <p className="text-body text-text-2">{t('page.noWords')}</p>
                )}
                <p className="mt-1 text-table text-text-2">{said}</p>
              </div>
              {need.visitId && (
                <LinkButton size="sm" href={`/visits/${need.visitId}`} className="self-start">
                  {t('page.openVisit')}
                </LinkButton>
              )}
              <NeedProgress status={need.status} />
              <dl className="grid gap-3 tablet:grid-cols-3">
                <div>
                  <dt className={label}>{t('page.office')}</dt>
                  <dd className="text-table">{office ? nameIn(locale, office) : t('page.noOffice')}</dd>
                </div>
                <div>
                  <dt className={label}>{t('page.due')}</dt>
                  <dd>
                    <DueDay need={need} now={new Date()} />
                  </dd>
                </div>
                {!(need.mayMove && office) && (
                  <div>
                    <dt className={label}>{t('page.assignee')}</dt>
                    <dd className="text-table">{need.assignee?.name ?? t('page.nobody')}</dd>
                  </div>
                )}
              </dl>
              {need.mayMove && office && (
                <AssigneeSelect id={need.id} version={need.version} assigneeId={need.assigneeId} users={office.users} />
              )}
              {referrals.length > 0 && (
                <section>
                  <h2 className={label}>{t('page.answer')}</h2>
                  <p className="text-table whitespace-pre-line">{answered?.answer ?? t('page.noAnswer')}</p>
                </section>
              )}
              {steps.length > 0 && (
                <NeedMoves
                  need={{ id: need.id, version: need.version, name, status: need.status, officeId: office?.id }}
                  steps={[...steps]}
                  offices={offices.map((one) => ({ id: one.id, label: nameIn(locale, one) }))}
                />
              )}
            </div>
          </Card>
          <Card title={t('page.history')} id="history">
            <NeedHistory need={need} said={said} />
          </Card>
        </div>
      </Messages>
    </>
  )
}

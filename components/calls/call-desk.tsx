import { getLocale, getTranslations } from 'next-intl/server'
import { CallState } from '@/components/calls/call-state'
import { DeskFrame } from '@/components/calls/desk-frame'
import { DeskHead } from '@/components/calls/desk-head'
import { type DeskSearch, idOf } from '@/components/calls/desk-search'
import { FirmPane } from '@/components/calls/firm-pane'
import { IdlePane } from '@/components/calls/idle-pane'
import { OutcomePane } from '@/components/calls/outcome-pane'
import { QueuePane } from '@/components/calls/queue-pane'
import { Empty } from '@/components/ui/empty'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { listHours } from '@/lib/calling-hours/queries'
import { type CallingPlan, callingPlan, lastCampaign, needNames } from '@/lib/calls/queries'
import { CALLABLE } from '@/lib/calls/rules'
import { campaignChoices } from '@/lib/campaigns/queries'
import { workingCalendar } from '@/lib/chamber/queries'
import { assignmentOfFirm, type FirmOnTelephone, firmOnTelephone } from '@/lib/leases/queries'
import { deskNumbers } from '@/lib/queue/queries'
import { ONLY } from '@/lib/queue/rules'
import { gate } from '@/lib/session'

/** The call desk of one campaign: the one of the address, else where they called last, else the latest. */
export async function CallDesk({ search }: { search: DeskSearch }) {
  await gate('calls.log')
  const [t, wanted, choices] = await Promise.all([getTranslations('calls'), search, campaignChoices()])
  const open = choices.filter(({ status }) => status !== 'closed')
  const asked = idOf(wanted.campaign)
  const latest = open.find(({ status }) => status === 'open') ?? open[0]
  const campaignId = asked ?? (open.length > 1 ? await lastCampaign() : null) ?? latest?.id
  const plan = campaignId ? await callingPlan(campaignId) : null
  if (!plan) {
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t(asked && wanted.campaign ? 'unknownCampaign' : 'noCampaign')} />
      </>
    )
  }
  const firmId = idOf(wanted.firm)
  const [held, numbers, hours, named] = await Promise.all([
    firmOnTelephone(plan.id),
    deskNumbers(plan.id),
    listHours(plan),
    firmId ? assignmentOfFirm(plan.id, firmId) : null,
  ])
  const here = held && (!named || named.id === held.assignmentId) ? held : null
  const other = named && {
    assignmentId: named.id,
    firmName: named.firm.name,
    isCallable: CALLABLE.includes(named.state),
  }
  return (
    <Messages pick={['calls', 'oppositions.states', 'firms.stop', 'firms.channels', 'firms.notes', 'diary']}>
      <DeskFrame campaignId={plan.id} head={<DeskHead campaignId={plan.id} choices={open} isCalling={held !== null} />}>
        <QueuePane
          campaignId={plan.id}
          currentId={here?.assignmentId}
          view={{ whole: wanted.whole === '1', only: ONLY.find((one) => one === wanted.only) }}
          byName={wanted.sort === 'name'}
        />
        {here ? (
          <CallState key={`${here.assignmentId}.${here.version}`}>
            <FirmPane
              campaignId={plan.id}
              held={here}
              visitMinutes={plan.visitMinutes}
              outcome={<Outcome held={here} plan={plan} />}
            />
          </CallState>
        ) : (
          <IdlePane
            status={plan.status}
            ready={(hours.open ? numbers.ready : 0) + numbers.due}
            hours={hours}
            asked={other}
          />
        )}
      </DeskFrame>
    </Messages>
  )
}

async function Outcome({ held, plan }: { held: FirmOnTelephone; plan: CallingPlan }) {
  const [actor, locale, types, calendar] = await Promise.all([
    gate('calls.log'),
    getLocale(),
    needNames(),
    workingCalendar(),
  ])
  const { assignmentId, version, attempts, leaseUntil, numbers, contacts } = held
  const facts = {
    ...plan,
    ...{ assignmentId, version, attempts, leaseUntil, numbers, contacts, userId: actor.id, calendar },
    needTypes: types.map(({ id, shortIt, shortEn }) => ({ id, name: locale === 'en' ? shortEn : shortIt })),
  }
  return <OutcomePane facts={facts} />
}

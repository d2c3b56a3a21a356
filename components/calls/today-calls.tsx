import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { CorrectCall } from '@/components/calls/correct-call'
import { type DeskSearch, idOf } from '@/components/calls/desk-search'
import { StopFirm } from '@/components/firms/stop-firm'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { callingPlan, lastCampaign } from '@/lib/calls/queries'
import { workingCalendar } from '@/lib/chamber/queries'
import { formatTime } from '@/lib/format'
import { callsOfToday } from '@/lib/outcomes/queries'
import { gate } from '@/lib/session'

/** What this promoter called today for a campaign; a wrong outcome can be put right until midnight. */
export async function TodayCalls({ search }: { search: DeskSearch }) {
  const actor = await gate('calls.log')
  const [t, locale, wanted] = await Promise.all([getTranslations('calls'), getLocale(), search])
  const campaignId = idOf(wanted.campaign) ?? (await lastCampaign())
  const plan = campaignId ? await callingPlan(campaignId) : null
  const calls = plan ? await callsOfToday(plan.id) : []
  const calendar = await workingCalendar()
  const desk = (plan ? `/calls?campaign=${plan.id}` : '/calls') as Route
  return (
    <Messages pick={['calls', 'diary']}>
      <PageHead
        crumb={
          <Link href={desk} className="text-link underline-offset-2 hover:underline">
            {t('title')}
          </Link>
        }
        title={t('today.title')}
        note={plan?.name}
      />
      {calls.length === 0 ? (
        <Empty title={t('today.empty')} />
      ) : (
        <Card padded={false}>
          <ul>
            {calls.map((call) => (
              <li
                key={call.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-border px-4 py-2 text-table last:border-0"
              >
                <span className="w-12 text-text-2">{formatTime(locale, call.at)}</span>
                <Link
                  href={`/firms/${call.firm.id}`}
                  className="min-w-0 flex-1 basis-48 font-semibold text-link underline-offset-2 hover:underline"
                >
                  {call.firm.name}
                </Link>
                <span className="basis-48 max-tablet:flex-1 max-tablet:basis-24">
                  {t(`outcomesFull.${call.outcome}`)}
                </span>
                {call.correctable && plan && (
                  <CorrectCall call={call} userId={actor.id} plan={plan} calendar={calendar} />
                )}
                <StopFirm firm={call.firm} compact />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Messages>
  )
}

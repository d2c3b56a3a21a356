import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Meter } from '@/components/ui/meter'
import { workingCalendar } from '@/lib/chamber/queries'
import { paceOf } from '@/lib/fieldwork/queries'
import { type Forecast, forecast, workingDaysOf } from '@/lib/fieldwork/rules'
import { formatDate, formatNumber } from '@/lib/format'
import { dayOf } from '@/lib/today/rules'
import type { CampaignStatus } from '@/prisma/client/enums'

type PaceCardProps = {
  campaign: {
    id: string
    status: CampaignStatus
    startsOn: Date
    endsOn: Date
    targetCalls: number
    targetVisits: number
  }
}

/** The pace against the period, and when the targets will be met, said as sentences. */
export async function PaceCard({ campaign }: PaceCardProps) {
  const [t, locale, facts, calendar] = await Promise.all([
    getTranslations('campaigns.pace'),
    getLocale(),
    paceOf(campaign),
    workingCalendar(),
  ])
  const { targetCalls, targetVisits } = campaign
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const period = { startsOn: day(campaign.startsOn), endsOn: day(campaign.endsOn) }
  const today = dayOf(new Date())
  const { all, used, left } = workingDaysOf(period, today, calendar)
  const calls = { target: targetCalls, done: facts.contacted, lately: facts.contactedLately, left: facts.callable }
  const visits = { target: targetVisits, done: facts.visited, lately: facts.visitedLately, left: null }
  const say = (what: 'calls' | 'visits', met: Forecast, target: number) => {
    const aim = t(`${what}.target`, { target: formatNumber(locale, target) })
    if (met.kind === 'date') {
      const date = formatDate(locale, new Date(`${met.day}T12:00:00Z`), 'long')
      const pace = t(`${what}.perDay`, { count: formatNumber(locale, met.perDay, 1) })
      return t(met.inTime ? 'inTime' : 'late', { pace, aim, date })
    }
    if (met.kind === 'tooFew') {
      return t('tooFew', { aim, left: formatNumber(locale, met.left), missing: formatNumber(locale, met.missing) })
    }
    return t(met.kind, { aim })
  }
  const lines = [
    say('calls', forecast({ ...calls, ...period, today }, calendar), targetCalls),
    say('visits', forecast({ ...visits, ...period, today }, calendar), targetVisits),
  ]
  return (
    <Card id="pace" title={t('title')}>
      <p className="text-table">
        {t('days', {
          used: formatNumber(locale, used),
          all: formatNumber(locale, all),
          left: formatNumber(locale, left),
        })}
      </p>
      <Meter value={all ? used / all : 0} label={t('title')} className="mt-1.5 mb-3 h-1" />
      {campaign.status === 'open' ? (
        lines.map((line) => (
          <p key={line} className="mt-1 text-table text-text-2">
            {line}
          </p>
        ))
      ) : (
        <p className="text-table text-text-2">{t(campaign.status)}</p>
      )}
    </Card>
  )
}

import { firmsAddress } from '@/components/charts/firms-link'
import { type Params, panelContext } from '@/components/insight/asked'
import { Kpi } from '@/components/ui/kpi'
import { RowIcon } from '@/components/ui/row-icon'
import { formatNumber, formatShare } from '@/lib/format'
import { insightChoices, readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { shownShare, targetsOf } from '@/lib/insight/rules'
import { behindQuery } from '@/lib/insight/schema'
import { coverageSentence, type Words } from '@/lib/insight/sentences'

function targetSentence(t: Words, locale: string, reached: number, target: number): string {
  const shown = formatNumber(locale, target)
  const left = target - reached
  if (left > 0) return t('kpi.targetMissing', { target: shown, n: left, count: formatNumber(locale, left) })
  return t(left === 0 ? 'kpi.targetReached' : 'kpi.targetPassed', { target: shown })
}

/** Contacted, visited, needs, taken up, met: each with what it is measured against. */
export async function Headline({ params }: { params: Params }) {
  const { t, locale, filter } = await panelContext(params)
  const [reach, needs, register, { campaigns }] = await Promise.all([
    readReach(filter),
    readNeedTotals(filter),
    readRegister(filter),
    insightChoices(),
  ])
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const targets = targetsOf(campaigns, filter)
  const coverage = shownShare(reach.contacted, register.described)
  const seen = shownShare(reach.visited, reach.contacted)
  const taken = shownShare(needs.takenUp, needs.recorded)
  const met = shownShare(needs.met, needs.recorded)
  const answered = shownShare(needs.met, needs.takenUp)
  const byPhone = needs.recorded - needs.atVisits
  const days = Math.round(needs.daysToTakeUp ?? 0)
  const needsIn = t('kpi.needsIn', { withNeeds: number(reach.withNeeds), visited: number(reach.visited) })
  const phone = byPhone > 0 ? t('kpi.byPhone', { n: byPhone, count: number(byPhone) }) : null
  const pace = needs.takenUp > 0 ? t('kpi.days', { n: days, days: number(days) }) : null
  const late = t('kpi.overdue', { n: needs.overdue, count: number(needs.overdue) })
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  return (
    <section
      aria-label={t('kpi.label')}
      className="grid grid-cols-2 gap-x-3.5 desk:grid-cols-6 wide:grid-cols-5 [&>*]:mb-3.5 [&>:last-child]:col-span-2 desk:[&>*]:col-span-2 desk:[&>:nth-child(n+4)]:col-span-3 wide:[&>*]:col-span-1 wide:[&>:nth-child(n+4)]:col-span-1"
    >
      <Kpi
        icon={<RowIcon name="phone" />}
        label={t('kpi.contacted')}
        value={number(reach.contacted)}
        relation={coverage === null ? undefined : coverageSentence(t, locale, coverage)}
        meter={coverage ?? 0}
        context={
          targets
            ? targetSentence(t, locale, reach.contacted, targets.targetCalls)
            : t('kpi.inRegister', { n: register.described, count: number(register.described) })
        }
        href={firmsAddress(behindQuery({ step: 'contacted' }))}
      />
      <Kpi
        icon={<RowIcon name="map-pin" />}
        label={t('kpi.visited')}
        value={number(reach.visited)}
        relation={seen === null ? undefined : t('kpi.ofContacted', { share: formatShare(locale, seen) })}
        meter={seen ?? 0}
        context={
          targets
            ? targetSentence(t, locale, reach.visited, targets.targetVisits)
            : t('kpi.visitedOf', { visited: number(reach.visited), contacted: number(reach.contacted) })
        }
        href={firmsAddress(behindQuery({ step: 'visited' }))}
      />
      <Kpi
        icon={<RowIcon name="clipboard-list" />}
        label={t('kpi.needs')}
        value={number(needs.recorded)}
        relation={reach.visited ? t('kpi.perVisit', { needs: number(needs.atVisits / reach.visited, 1) }) : undefined}
        meter={reach.visited ? reach.withNeeds / reach.visited : 0}
        context={join(needsIn, phone)}
        href={firmsAddress(behindQuery({ said: 'recorded' }))}
      />
      <Kpi
        icon={<RowIcon name="handshake" />}
        label={t('kpi.takenUp')}
        value={number(needs.takenUp)}
        relation={
          taken === null
            ? t('kpi.someOfRecorded', { count: number(needs.recorded) })
            : t('kpi.ofRecorded', { share: formatShare(locale, taken) })
        }
        meter={taken ?? 0}
        context={join(pace, late)}
        href={firmsAddress(behindQuery({ said: 'takenUp' }))}
      />
      <Kpi
        icon={<RowIcon name="circle-check" />}
        label={t('kpi.met')}
        value={number(needs.met)}
        relation={
          met === null
            ? t('kpi.someOfRecorded', { count: number(needs.recorded) })
            : t('kpi.ofRecorded', { share: formatShare(locale, met) })
        }
        meter={met ?? 0}
        context={
          answered === null
            ? t('kpi.someOfTakenUp', { count: number(needs.takenUp) })
            : t('kpi.ofTakenUp', { share: formatShare(locale, answered) })
        }
        href={firmsAddress(behindQuery({ said: 'met' }))}
      />
    </section>
  )
}

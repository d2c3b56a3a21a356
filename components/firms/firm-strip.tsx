import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type firmById, pathOf } from '@/lib/firms/queries'
import { formatDate, formatTime } from '@/lib/format'

type Firm = NonNullable<Awaited<ReturnType<typeof firmById>>>

/** Six things to know before ringing. */
export async function FirmStrip({ firm }: { firm: Firm }) {
  const [t, locale, path] = await Promise.all([getTranslations('firms'), getLocale(), pathOf(firm.id)])
  const { assignment, last, since } = path
  const day = (at: Date) => formatDate(locale, at)
  const moment = (at: Date) => ({ date: day(at), time: formatTime(locale, at) })
  const planned = assignment?.appointments[0]
  const done = [
    path.calls > 0 && t('strip.calls', { count: path.calls }),
    path.visits > 0 && t('strip.visits', { count: path.visits }),
  ].filter(Boolean)
  const open = Object.values(path.open).reduce((sum, count) => sum + count, 0)
  const taken = (path.open.taken_up ?? 0) + (path.open.in_progress ?? 0) + (path.open.waiting ?? 0)
  const toTake = path.open.referred ?? 0
  const next = nextStep()
  return (
    <dl
      aria-label={t('strip.label')}
      className="mb-4 grid grid-cols-2 gap-x-6 gap-y-3 rounded-l border border-border bg-surface px-4 py-3 tablet:grid-cols-3 wide:flex wide:justify-between"
    >
      <Item
        term={t('strip.path')}
        below={last ? t('strip.by', { date: day(last.at), name: last.user.name }) : t('strip.notTried')}
      >
        {t(`states.${firm.doNotContactSince ? 'do_not_contact' : (assignment?.state ?? 'none')}`)}
      </Item>
      <Item term={t('strip.next')} below={next.who}>
        {next.what}
      </Item>
      <Item term={t('strip.contacts')} below={since && t('strip.since', { date: day(since) })}>
        {done.join(', ') || t('strip.noContacts')}
      </Item>
      <Item term={t('strip.needs')} below={path.high > 0 && t('strip.high', { count: path.high })}>
        {t('strip.open', { count: open })}
      </Item>
      <Item term={t('strip.referrals')} below={toTake > 0 && t('strip.waiting', { count: toTake })}>
        {taken + toTake > 0 ? t('strip.inHand', { count: taken }) : t('strip.noneSent')}
      </Item>
      <Item
        term={t('strip.digital')}
        below={firm.digitalLevelAt && t('strip.asked', { date: day(firm.digitalLevelAt) })}
      >
        {firm.digitalLevel ? t(`digital.${firm.digitalLevel}`) : t('strip.notAsked')}
      </Item>
    </dl>
  )

  function nextStep(): { what: string; who?: string } {
    if (firm.doNotContactSince) return { what: t('strip.nothing') }
    if (planned) return { what: t('strip.visitOn', moment(planned.startsAt)), who: planned.visitor.name }
    if (assignment?.callbackAt)
      return { what: t('strip.callOn', moment(assignment.callbackAt)), who: assignment.callbackUser?.name }
    if (assignment?.state === 'to_call')
      return { what: t(assignment.attempts > 0 ? 'strip.callAgain' : 'strip.toCall') }
    const { followUp } = path
    if (!followUp?.followUpAt) return { what: t('strip.nothing') }
    const key = followUp.followUp === 'visit' ? 'strip.visitOn' : 'strip.callOn'
    return { what: t(key, moment(followUp.followUpAt)), who: followUp.user.name }
  }
}

function Item({ term, below, children }: { term: string; below?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-text-2">{term}</dt>
      <dd className="text-body font-semibold">
        {children}
        {below && <span className="block text-small font-normal text-text-2">{below}</span>}
      </dd>
    </div>
  )
}

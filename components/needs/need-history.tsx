import { ArrowRightLeft, MapPin, Send, UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { needById } from '@/lib/needs/queries'
import { NEED_STATUSES } from '@/lib/needs/rules'

type Need = NonNullable<Awaited<ReturnType<typeof needById>>>
type Event = { id: string; at: Date; icon: ReactNode; title: string; text?: string; who?: string }

/** A text the deed kept under that name. */
function kept(changes: unknown, name: string): string | undefined {
  const value = changes && typeof changes === 'object' ? (changes as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The value a field had after the deed. */
function after(changes: unknown, field: string): unknown {
  const pair = changes && typeof changes === 'object' ? (changes as Record<string, unknown>)[field] : undefined
  return Array.isArray(pair) ? pair[1] : undefined
}

/** What happened to a need, the newest first. */
export function NeedHistory({ need, said }: { need: Need; said: string }) {
  const locale = useLocale()
  const t = useTranslations('needs')
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const
  const events: Event[] = [
    ...need.moves.map(({ id, at, verb, changes, user }) => {
      const status = NEED_STATUSES.find((one) => one === after(changes, 'status'))
      const given = after(changes, 'assigneeId') ? t('page.assigned') : t('page.unassigned')
      return {
        id,
        at,
        icon: verb === 'need.assigned' ? <UserRound {...icon} /> : <ArrowRightLeft {...icon} />,
        title: status ? t(`status.${status}`) : given,
        text: kept(changes, 'answer') ?? kept(changes, 'reason'),
        who: user?.name,
      }
    }),
    ...need.referrals.map(({ id, sentAt, office }) => {
      const title = t('page.referred', { office: nameIn(locale, office) })
      return { id, at: sentAt, icon: <Send {...icon} />, title }
    }),
    { id: need.id, at: need.recordedAt, icon: <MapPin {...icon} />, title: t('status.recorded'), text: said },
  ]
  return (
    <ol className="flex flex-col gap-4">
      {events
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .map(({ id, at, icon: disc, title, text, who }) => (
          <li key={id} className="flex gap-3">
            <span className="grid size-7 shrink-0 place-items-center rounded-full bg-fill text-text-2">{disc}</span>
            <div className="min-w-0 flex-1">
              <b className="block text-table font-semibold">{title}</b>
              {text && <p className="text-table whitespace-pre-line text-text-2">{text}</p>}
              <p className="text-small text-text-2">
                {[who, `${formatDate(locale, at)} ${formatTime(locale, at)}`].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
    </ol>
  )
}

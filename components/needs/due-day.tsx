import { useLocale, useTranslations } from 'next-intl'
import { RowIcon } from '@/components/ui/row-icon'
import { formatDate } from '@/lib/format'
import { isClosed } from '@/lib/needs/rules'
import { dayOf, daysBetween } from '@/lib/today/rules'
import type { NeedStatus } from '@/prisma/client/enums'

const SOON_DAYS = 1

type DueDayProps = { need: { dueOn: Date | null; status: NeedStatus }; now: Date }

/** The last day for an answer, and how far it is; red once it is over, amber today and the day before. */
export function DueDay({ need, now }: DueDayProps) {
  const locale = useLocale()
  const t = useTranslations('needs.list')
  if (!need.dueOn) return <span className="text-table text-text-3">{t('noDue')}</span>
  const day = formatDate(locale, need.dueOn, 'brief')
  if (isClosed(need.status)) return <span className="text-table text-text-2">{day}</span>
  const days = daysBetween(dayOf(now), need.dueOn.toISOString().slice(0, 10))
  const icon = days < 0 ? 'circle-alert' : days <= SOON_DAYS ? 'clock' : null
  const look = days < 0 ? 'text-danger-text' : days <= SOON_DAYS ? 'text-warn-text' : 'text-text'
  const far = days === 0 ? t('dueToday') : days < 0 ? t('dueAgo', { days: -days }) : t('dueIn', { days })
  return (
    <span className={`due ${look}`}>
      {icon && <RowIcon name={icon} />}
      <span>
        <b>{day}</b>
        <small>{far}</small>
      </span>
    </span>
  )
}

import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DueDay } from '@/components/needs/due-day'
import { NeedPriorityMark, NeedStatusTag } from '@/components/needs/need-tags'
import { Avatar } from '@/components/ui/avatar'
import { nameIn } from '@/lib/i18n/name'
import type { listNeeds } from '@/lib/needs/queries'

/* The rows are dressed here, once for all of them; on the phone their cells stand in a line beneath the name. */
const ROWS =
  'max-tablet:block [&_tr]:relative [&_tr]:border-b [&_tr]:border-border [&_tr]:last:border-0 [&_tr]:hover:bg-hover max-tablet:[&_tr]:flex max-tablet:[&_tr]:flex-wrap max-tablet:[&_tr]:items-center max-tablet:[&_tr]:gap-x-3 max-tablet:[&_tr]:gap-y-1 max-tablet:[&_tr]:px-4 max-tablet:[&_tr]:py-2'
const CELLS =
  'tablet:[&_td]:px-3 tablet:[&_td]:py-2 tablet:[&_td]:align-middle tablet:[&_td:first-child]:px-4 max-tablet:[&_td:first-child]:w-full max-desk:[&_td:last-child]:hidden'
const NAMES =
  '[&_a]:block [&_a]:truncate [&_a]:font-semibold [&_a]:text-text [&_a]:no-underline [&_a]:after:absolute [&_a]:after:inset-0 [&_a]:hover:underline [&_p]:truncate [&_p]:text-table [&_p]:text-text-2'

type Row = Awaited<ReturnType<typeof listNeeds>>['rows'][number]

/** Needs by due day; on the phone the columns fold under the name. */
export function NeedTable({ rows, now }: { rows: Row[]; now: Date }) {
  const t = useTranslations('needs.list')
  const head = 'hidden px-3 py-2 text-left text-small font-semibold text-text-2 tablet:table-cell'
  return (
    <table className="w-full table-fixed border-collapse max-tablet:block">
      <caption className="sr-only">{t('columnNeed')}</caption>
      <thead className="max-tablet:block">
        <tr className="border-b border-border max-tablet:block">
          <th scope="col" className="px-4 py-2 text-left text-small font-semibold text-text-2 max-tablet:block">
            {t('columnNeed')}
          </th>
          <th scope="col" className={`${head} w-24`}>
            {t('columnPriority')}
          </th>
          <th scope="col" className={`${head} w-44`}>
            {t('columnStatus')}
          </th>
          <th scope="col" className={`${head} w-32`}>
            {t('columnDue')}
          </th>
          <th scope="col" className={`${head} w-18 max-desk:hidden`}>
            {t('columnAssignee')}
          </th>
        </tr>
      </thead>
      <tbody className={`${ROWS} ${CELLS} ${NAMES}`}>
        {rows.map((need) => (
          <NeedRow key={need.id} need={need} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function NeedRow({ need, now }: { need: Row; now: Date }) {
  const locale = useLocale()
  const t = useTranslations('needs.list')
  const type = nameIn(locale, need.needType)
  return (
    <tr>
      <td>
        <Link href={`/needs/${need.id}` as Route} prefetch={false} title={need.firm.name}>
          {need.firm.name}
        </Link>
        <p>{[type, need.words].filter(Boolean).join(' · ')}</p>
      </td>
      <td>
        <NeedPriorityMark priority={need.priority} />
      </td>
      <td>
        <NeedStatusTag status={need.status} />
      </td>
      <td>
        <DueDay need={need} now={now} />
      </td>
      <td>
        {need.assignee ? (
          <span title={need.assignee.name}>
            <Avatar name={need.assignee.name} />
            <span className="sr-only">{need.assignee.name}</span>
          </span>
        ) : (
          <span className="text-text-3">
            <span aria-hidden>–</span>
            <span className="sr-only">{t('nobody')}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

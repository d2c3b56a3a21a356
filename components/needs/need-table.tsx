import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DueDay } from '@/components/needs/due-day'
import { NeedPriorityMark, NeedStatusTag } from '@/components/needs/need-tags'
import { Avatar } from '@/components/ui/avatar'
import { nameIn } from '@/lib/i18n/name'
import type { listNeeds } from '@/lib/needs/queries'

type Row = Awaited<ReturnType<typeof listNeeds>>['rows'][number]

/** Needs by due day; on the phone the columns fold under the name. */
export function NeedTable({ rows, now }: { rows: Row[]; now: Date }) {
  const t = useTranslations('needs.list')
  const head = 'hidden px-3 py-2 text-left text-small font-semibold text-text-2 tablet:table-cell'
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{t('columnNeed')}</caption>
      <thead>
        <tr className="border-b border-border">
          <th scope="col" className="px-4 py-2 text-left text-small font-semibold text-text-2">
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
      <tbody>
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
  const cell = 'hidden px-3 py-2 align-middle tablet:table-cell'
  const type = nameIn(locale, need.needType)
  return (
    <tr className="relative border-b border-border last:border-0 hover:bg-hover">
      <td className="px-4 py-2">
        <Link
          href={`/needs/${need.id}` as Route}
          title={need.firm.name}
          className="block truncate font-semibold text-text after:absolute after:inset-0 hover:underline"
        >
          {need.firm.name}
        </Link>
        <span className="block truncate text-table text-text-2">{[type, need.words].filter(Boolean).join(' · ')}</span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 tablet:hidden">
          <NeedPriorityMark priority={need.priority} />
          <NeedStatusTag status={need.status} />
          <DueDay need={need} now={now} />
        </span>
      </td>
      <td className={cell}>
        <NeedPriorityMark priority={need.priority} />
      </td>
      <td className={cell}>
        <NeedStatusTag status={need.status} />
      </td>
      <td className={cell}>
        <DueDay need={need} now={now} />
      </td>
      <td className={`${cell} max-desk:hidden`}>
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

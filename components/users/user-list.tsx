import { CircleCheck, CircleSlash } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatTime } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { userList } from '@/lib/users/queries'

const HEAD = 'px-4 py-2 text-left text-small font-semibold text-text-2'
const CELL = 'border-t border-border px-4 py-2 text-table'

export async function UserList() {
  const users = await userList()
  const [t, locale] = await Promise.all([getTranslations('users'), getLocale()])
  const roleOf = (user: (typeof users)[number]) => (user.office ? nameIn(locale, user.office) : t(`roles.${user.role}`))
  if (users.length === 0) return <Empty title={t('list.empty')} />
  return (
    <Card padded={false}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={HEAD}>
              {t('fields.name')}
            </th>
            <th scope="col" className={`${HEAD} hidden tablet:table-cell`}>
              {t('fields.role')}
            </th>
            <th scope="col" className={HEAD}>
              {t('fields.state')}
            </th>
            <th scope="col" className={`${HEAD} hidden desk:table-cell`}>
              {t('fields.lastSeen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} className="relative hover:bg-hover">
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {/* The whole row leads where the name does. */}
                <Link
                  href={`/settings/users/${user.id}`}
                  className="font-semibold text-link after:absolute after:inset-0"
                >
                  {user.name}
                </Link>
                <span className="block break-all text-text-2">{user.email}</span>
                <span className="block text-text-2 tablet:hidden">{roleOf(user)}</span>
              </th>
              <td className={`${CELL} hidden tablet:table-cell`}>{roleOf(user)}</td>
              <td className={CELL}>
                {user.active ? (
                  <Tag tone="ok" icon={<CircleCheck aria-hidden />}>
                    {t('list.active')}
                  </Tag>
                ) : (
                  <Tag icon={<CircleSlash aria-hidden />}>{t('list.inactive')}</Tag>
                )}
              </td>
              <td className={`${CELL} hidden text-text-2 desk:table-cell`}>
                {user.lastSeen
                  ? `${formatDate(locale, user.lastSeen, 'day')}, ${formatTime(locale, user.lastSeen)}`
                  : t('list.never')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

export function UserListSkeleton() {
  return (
    <Card>
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <Skeleton key={row} className="my-3 h-10" />
      ))}
    </Card>
  )
}

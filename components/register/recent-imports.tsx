import { History } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ImportStatusTag } from '@/components/register/status-tag'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import { recentImports } from '@/lib/register/queries'

/** The history of imports: when, how it ended, how many rows, who. */
export async function RecentImports() {
  const [imports, t, locale] = await Promise.all([recentImports(), getTranslations('register'), getLocale()])
  return (
    <Card id="recent" title={t('recent.title')}>
      {imports.length === 0 && <Empty title={t('recent.empty')} />}
      <ul>
        {imports.map((one) => {
          const who = one.user?.name ?? t('recent.system')
          const read = formatNumber(locale, one.read)
          const rejected = formatNumber(locale, one.rejected)
          return (
            <li key={one.id} className="border-b border-border py-2.5 text-table first:pt-0 last:border-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-2">
                <Link href={`/register/${one.id}`} className="font-semibold text-text hover:underline">
                  {formatDate(locale, one.startedAt, 'day')}, {formatTime(locale, one.startedAt)}
                </Link>
                <span className="ml-auto">
                  <ImportStatusTag status={one.status} />
                </span>
              </div>
              <p className="truncate text-small text-text-2" title={one.fileName}>
                {one.status === 'done'
                  ? t('recent.line', { read, rejected, who })
                  : t('recent.noRows', { file: one.fileName, who })}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

export function HistoryLink() {
  const t = useTranslations('register')
  return (
    <LinkButton href="/register/history" icon={<History size={16} strokeWidth={1.75} aria-hidden />}>
      {t('history')}
    </LinkButton>
  )
}

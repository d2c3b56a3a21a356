import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { durationIn } from '@/components/register/duration'
import { ImportStatusTag } from '@/components/register/status-tag'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Pager } from '@/components/ui/pager'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import { workedSeconds } from '@/lib/register/pace'
import { type ImportRow, importHistory } from '@/lib/register/queries'
import { historyPage } from '@/lib/register/schema'

/** All imports, newest first: file, who, when, counts, how long, and whether it was undone. */
export async function ImportHistory({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [{ after }, t] = await Promise.all([
    searchParams.then((asked) => historyPage.parse(asked)),
    getTranslations('register.past'),
  ])
  const { rows, next } = await importHistory(after)
  return (
    <Card padded={false}>
      {rows.length === 0 && <Empty title={t('empty')} />}
      <ul>
        {rows.map((row) => (
          <PastImport key={row.id} row={row} />
        ))}
      </ul>
      <Pager
        label={t('label')}
        previous={after ? '/register/history' : undefined}
        next={next ? `/register/history?after=${encodeURIComponent(next)}` : undefined}
        previousLabel={t('first')}
        nextLabel={t('next')}
      />
    </Card>
  )
}

async function PastImport({ row }: { row: ImportRow }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const number = (value: number) => formatNumber(locale, value)
  const seconds = workedSeconds(row)
  const counts = t('past.counts', {
    read: number(row.read),
    created: number(row.created),
    changed: number(row.changed),
    ceased: number(row.ceased + (row.full ? row.missing : 0)),
    rejected: number(row.rejected),
  })
  return (
    <li className="border-b border-border px-4 py-2.5 text-table last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/register/${row.id}`} className="font-semibold break-all text-text hover:underline">
          {row.fileName}
        </Link>
        <span className="ml-auto">
          <ImportStatusTag status={row.status} />
        </span>
      </div>
      <p className="text-text-2">
        {[
          `${formatDate(locale, row.startedAt, 'day')}, ${formatTime(locale, row.startedAt)}`,
          row.user?.name ?? t('recent.system'),
          seconds !== null && durationIn(t, seconds),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.read > 0 && <p className="text-small text-text-2">{counts}</p>}
      {row.undoneAt && (
        <p className="text-small text-text-2">{t('past.undone', { at: formatDate(locale, row.undoneAt, 'long') })}</p>
      )}
    </li>
  )
}

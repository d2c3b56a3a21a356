import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ListedFirms, ListedRows } from '@/components/register/listed'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { Pager } from '@/components/ui/pager'
import { formatNumber } from '@/lib/format'
import { listFirms, listRows } from '@/lib/register/lists'
import { importById } from '@/lib/register/queries'
import { LIST_KINDS, listFilter } from '@/lib/register/schema'

type RowListsProps = { params: Promise<{ importId: string }>; searchParams: Promise<Record<string, unknown>> }

const COUNT = {
  new: 'created',
  changed: 'changed',
  unchanged: 'unchanged',
  ceased: 'ceased',
  missing: 'missing',
  rejected: 'rejected',
  suspicious: 'suspicious',
} as const

/** The firms or rows behind one number of an import, page by page. */
export async function RowLists({ params, searchParams }: RowListsProps) {
  const [{ importId }, asked, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('register'),
    getLocale(),
  ])
  const row = await importById(importId)
  if (!row) notFound()
  const filter = listFilter.parse(asked)
  const { kind, after } = filter
  const ofRows = kind === 'rejected' || kind === 'suspicious'
  const firms = ofRows ? null : await listFirms(importId, filter)
  const lines = ofRows ? await listRows(importId, filter) : null
  const count = kind === 'suspicious' ? row.suspicious + row.duplicates : row[COUNT[kind]]
  const address = (next: string) => `/register/${importId}/rows?kind=${kind}${next && `&after=${next}`}`
  const next = firms?.next ?? lines?.next
  const empty = !(firms?.rows.length || lines?.rows.length)
  return (
    <Card padded={false}>
      <nav aria-label={t('lists.label')} className="flex flex-wrap gap-2 border-b border-border p-3">
        {LIST_KINDS.map((one) => (
          <LinkButton
            key={one}
            size="sm"
            variant={one === kind ? 'filled' : 'outline'}
            href={`/register/${importId}/rows?kind=${one}`}
          >
            {t(`lists.${one}`)}
          </LinkButton>
        ))}
      </nav>
      {empty && <Empty title={firms || lines ? t('lists.empty') : t('lists.gone')} />}
      {firms && firms.rows.length > 0 && <ListedFirms rows={firms.rows} />}
      {lines && lines.rows.length > 0 && (
        <ListedRows rows={lines.rows} kind={kind === 'rejected' ? 'reasons' : 'suspicions'} />
      )}
      <Pager
        label={t('lists.count', { formatted: formatNumber(locale, count) })}
        previous={after ? address('') : undefined}
        next={next ? address(next) : undefined}
        previousLabel={t('lists.first')}
        nextLabel={t('lists.next')}
      />
    </Card>
  )
}

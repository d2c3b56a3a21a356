import { getLocale, getTranslations } from 'next-intl/server'
import { ExportLink } from '@/components/exports/export-link'
import { needsAddress } from '@/components/needs/address'
import { NeedSearch } from '@/components/needs/need-search'
import { NeedTable } from '@/components/needs/need-table'
import { OfficeTiles, TilesLegend } from '@/components/needs/office-tiles'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { SelectPill } from '@/components/ui/select-pill'
import { TogglePill } from '@/components/ui/toggle-pill'
import { formatNumber } from '@/lib/format'
import { listNeeds, openNeedsByOffice } from '@/lib/needs/queries'
import { NEED_STATUSES, PRIORITIES } from '@/lib/needs/rules'
import { needFilter } from '@/lib/needs/schema'

type NeedsViewProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function NeedsView({ searchParams }: NeedsViewProps) {
  const [params, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('needs')])
  const parsed = needFilter.safeParse(params)
  const filter = parsed.data ?? needFilter.parse({})
  const now = new Date()
  const [{ rows, next, count, capped }, figures] = await Promise.all([listNeeds(filter, now), openNeedsByOffice(now)])
  const { office, status, priority, type, q, mine, overdue, after } = filter
  const filtered = Boolean(office || status.length || priority.length || type || q || mine || overdue)
  const formatted = formatNumber(locale, count)
  const statuses = [{ id: '', label: t('list.open') }, ...NEED_STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))]
  const priorities = [
    { id: '', label: t('list.allPriorities') },
    ...[...PRIORITIES].reverse().map((id) => ({ id, label: t(`priority.${id}`) })),
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        note={t('note')}
        actions={
          <>
            <TilesLegend />
            <ExportLink
              what="needs"
              href={needsAddress({ ...filter, after: undefined }).replace('/needs', '/api/exports/needs')}
            />
          </>
        }
      />
      <OfficeTiles figures={figures} filter={filter} />
      <Card padded={false}>
        <div className="flex flex-wrap gap-2 border-b border-border p-3">
          <NeedSearch filter={filter} />
          <SelectPill param="status" label={t('list.status')} value={status.join(',')} options={statuses} />
          <SelectPill param="priority" label={t('list.priority')} value={priority.join(',')} options={priorities} />
          <TogglePill param="mine" label={t('list.mine')} />
          <TogglePill param="overdue" label={t('list.overdue')} />
        </div>
        {rows.length > 0 ? (
          <NeedTable rows={rows} now={now} />
        ) : (
          <Empty
            title={filtered ? t('list.none') : t('list.empty')}
            action={filtered && <LinkButton href="/needs">{t('list.clear')}</LinkButton>}
          />
        )}
        <Pager
          label={capped ? t('list.countMore', { formatted }) : t('list.count', { count, formatted })}
          previous={after ? needsAddress({ ...filter, after: undefined }) : undefined}
          next={next ? needsAddress({ ...filter, after: next }) : undefined}
          previousLabel={t('list.first')}
          nextLabel={t('list.next')}
        />
      </Card>
    </>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { SelectPill } from '@/components/ui/select-pill'
import { TogglePill } from '@/components/ui/toggle-pill'
import { VisitRow } from '@/components/visits/visit-row'
import { plannedVisits } from '@/lib/appointments/queries'
import { campaignChoices } from '@/lib/campaigns/queries'
import { formatDate, formatTime } from '@/lib/format'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'
import { addDays, dayOf } from '@/lib/today/rules'
import { listVisits } from '@/lib/visits/queries'
import { type VisitFilter, visitFilter } from '@/lib/visits/schema'

type VisitsViewProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The address of a page of the list. */
function pageOf(filter: VisitFilter, after?: string): string {
  const query = new URLSearchParams(Object.entries({ ...filter, after }).filter(([, value]) => value) as string[][])
  return query.size > 0 ? `/visits?${query}` : '/visits'
}

export async function VisitsView({ searchParams }: VisitsViewProps) {
  const [actor, params, locale, t] = await Promise.all([
    gate('firms.read'),
    searchParams,
    getLocale(),
    getTranslations('visits'),
  ])
  const filter = visitFilter.parse(params)
  const visits = can(actor, 'visits.record')
  const [{ rows, next }, planned, campaigns] = await Promise.all([
    listVisits(filter),
    visits && !filter.after ? plannedVisits(filter) : [],
    campaignChoices(),
  ])
  const today = dayOf(new Date())
  const periods = [
    { id: '', label: t('list.allTime') },
    { id: addDays(today, -30), label: t('list.month') },
    { id: addDays(today, -90), label: t('list.quarter') },
    { id: addDays(today, -365), label: t('list.year') },
  ]
  const filtered = Boolean(filter.campaign || filter.mine || filter.from || filter.to)
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <div className="mb-3 flex flex-wrap gap-2">
        <SelectPill
          param="campaign"
          label={t('list.campaign')}
          value={filter.campaign}
          options={[{ id: '', label: t('list.all') }, ...campaigns.map(({ id, name }) => ({ id, label: name }))]}
        />
        <SelectPill param="from" label={t('list.period')} value={filter.from} options={periods} />
        {visits && <TogglePill param="mine" label={t('list.mine')} />}
      </div>
      {planned.length > 0 && (
        <Card
          title={t('list.planned')}
          actions={
            <LinkButton size="sm" href={filter.mine ? '/today?view=list' : '/today?view=list&all=1'}>
              {t('list.toAgenda')}
            </LinkButton>
          }
          id="planned"
          padded={false}
          className="mb-4"
        >
          <ul className="divide-y divide-border pt-1.5">
            {planned.map(({ id, startsAt, firm, visitor }) => (
              <VisitRow
                key={id}
                href={`/visits/new?appointment=${id}`}
                firmName={firm.name}
                when={`${formatDate(locale, startsAt)} ${formatTime(locale, startsAt)}`}
                facts={[firm.municipalityName, visitor.name]}
              />
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('list.made')} id="made" padded={false}>
        {rows.length === 0 &&
          (filtered ? (
            <Empty title={t('list.none')} action={<LinkButton href="/visits">{t('list.clear')}</LinkButton>} />
          ) : (
            <Empty
              title={t('list.empty')}
              action={visits && <LinkButton href="/today">{t('list.toToday')}</LinkButton>}
            />
          ))}
        <ul className="divide-y divide-border pt-1.5">
          {rows.map(({ id, at, firm, user, _count }) => (
            <VisitRow
              key={id}
              href={`/visits/${id}`}
              firmName={firm.name}
              when={`${formatDate(locale, at, 'day')} ${formatTime(locale, at)}`}
              facts={[
                firm.municipalityName,
                user.name,
                t('list.needs', { count: _count.needs }),
                t('list.services', { count: _count.services }),
              ]}
            />
          ))}
        </ul>
        {(next || filter.after) && (
          <Pager
            label={t('list.pager')}
            previous={filter.after ? pageOf({ ...filter, after: undefined }) : undefined}
            next={next ? pageOf(filter, next) : undefined}
            previousLabel={t('list.first')}
            nextLabel={t('list.next')}
          />
        )}
      </Card>
    </>
  )
}

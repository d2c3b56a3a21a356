import { getLocale, getTranslations } from 'next-intl/server'
import { ActivityFilters } from '@/components/activity/activity-filters'
import { type Deed, DeedRow } from '@/components/activity/deed-row'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Pager } from '@/components/ui/pager'
import { Skeleton } from '@/components/ui/skeleton'
import { activityPage } from '@/lib/activity-log/queries'
import { type ActivityFilter, activityFilter } from '@/lib/activity-log/schema'
import { formatDate } from '@/lib/format'
import { dayOf } from '@/lib/today/rules'

type ActivityListProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function ActivityList({ searchParams }: ActivityListProps) {
  const filter = activityFilter.parse(await searchParams)
  const locale = await getLocale()
  const [{ deeds, names, next }, t] = await Promise.all([activityPage(filter, locale), getTranslations('activity')])
  const filtered = filter.person.length > 0 || filter.verb.length > 0 || Boolean(filter.period)
  return (
    <>
      <ActivityFilters filter={filter} />
      {deeds.length === 0 && <Card>{<Empty title={t(filtered ? 'noMatch' : 'empty')} />}</Card>}
      {byDay(deeds).map(([day, first, ofDay]) => (
        <Card key={day} id={`d${day}`} title={formatDate(locale, first.at, 'long')} padded={false} className="mb-3.5">
          <ol className="deeds">
            {ofDay.map((deed) => (
              <DeedRow key={deed.id} deed={deed} names={names} t={t} locale={locale} />
            ))}
          </ol>
        </Card>
      ))}
      {(filter.after || next) && (
        <Pager
          label={t('pages')}
          previousLabel={t('newest')}
          nextLabel={t('older')}
          previous={filter.after && addressOf(filter)}
          next={next ? addressOf(filter, next) : undefined}
        />
      )}
    </>
  )
}

function byDay(deeds: Deed[]): [day: string, first: Deed, deeds: Deed[]][] {
  const days = Map.groupBy(deeds, ({ at }) => dayOf(at))
  return [...days].flatMap(([day, list]) => (list[0] ? [[day, list[0], list] as const] : [])).map((row) => [...row])
}

function addressOf({ person, verb, period }: ActivityFilter, after?: string): string {
  const parts = { person: person.join(','), verb: verb.join(','), period, after }
  const kept = Object.entries(parts).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
  return kept.length > 0 ? `/settings/activity?${kept.join('&')}` : '/settings/activity'
}

export function ActivitySkeleton() {
  return (
    <>
      <Skeleton className="mb-3.5 h-9 w-80 max-w-full" />
      <Card>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
          <Skeleton key={row} className="my-3 h-10" />
        ))}
      </Card>
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { SelectPill } from '@/components/ui/select-pill'
import { activityPeople } from '@/lib/activity-log/queries'
import { type ActivityFilter, PERIODS } from '@/lib/activity-log/schema'
import it from '@/lib/i18n/it/activity.json'

type VerbKey = keyof typeof it.verbs
const VERBS = Object.keys(it.verbs) as VerbKey[]

/** Person, kind of deed and period, in the address. */
export async function ActivityFilters({ filter }: { filter: ActivityFilter }) {
  const [people, t, common] = await Promise.all([
    activityPeople(),
    getTranslations('activity'),
    getTranslations('common'),
  ])
  const verbs = VERBS.map((key) => ({ id: key.replace('_', '.'), label: t(`verbs.${key}`) }))
  const filtered = filter.person.length > 0 || filter.verb.length > 0 || filter.period
  return (
    <section aria-label={t('filters')} className="mb-3.5 flex flex-wrap items-center gap-2">
      <SelectPill
        param="person"
        label={t('person')}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={filter.person.join(',')}
        multiple
      />
      <SelectPill
        param="verb"
        label={t('verb')}
        options={verbs.sort((a, b) => a.label.localeCompare(b.label))}
        value={filter.verb.join(',')}
        multiple
      />
      <SelectPill
        param="period"
        label={t('period')}
        options={[
          { id: '', label: t('allPeriods') },
          ...PERIODS.map((id) => ({ id: id as string, label: t(`periods.${id}`) })),
        ]}
        value={filter.period}
      />
      {filtered && (
        <LinkButton href="/settings/activity" variant="ghost" size="sm">
          {common('clearFilters')}
        </LinkButton>
      )}
    </section>
  )
}

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { NeedFilter } from '@/lib/needs/schema'

/** A plain form: the search works before and without any script. */
export function NeedSearch({ filter }: { filter: NeedFilter }) {
  const t = useTranslations('needs.list')
  const { q, after: _, status, priority, ...rest } = filter
  const kept = Object.entries({ ...rest, status: status.join(','), priority: priority.join(',') }).filter(([, v]) => v)
  return (
    <search className="min-w-0 flex-1 basis-60">
      <form action="/needs" className="relative">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Search
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-text-3"
        />
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={100}
          aria-label={t('search')}
          placeholder={t('search')}
          className="h-11 w-full rounded-m border border-border-strong bg-surface pr-3 pl-9 text-table text-text placeholder:text-text-3 tablet:h-8.5"
        />
      </form>
    </search>
  )
}

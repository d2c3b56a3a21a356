import { Search } from 'lucide-react'
import type { Route } from 'next'
import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import { filterParams } from '@/components/firms/firm-address'
import { Button } from '@/components/ui/button'
import type { FirmFilter } from '@/lib/firms/schema'

type FirmSearchFormProps = {
  filter: FirmFilter
  action?: '/firms' | '/campaigns/new'
  /** What else of the address stays, beside the filters. */
  keep?: [string, string][]
}

/** Keeps the chosen filters while another text is looked for. */
export async function FirmSearchForm({ filter, action = '/firms', keep = [] }: FirmSearchFormProps) {
  const t = await getTranslations('firms.list')
  return (
    <search>
      <Form action={action as Route} className="flex gap-2">
        <div className="ring-within flex h-12 min-w-0 flex-1 items-center gap-2 rounded-l border border-border-strong bg-surface px-2.5 tablet:h-9 tablet:max-w-120 tablet:rounded-m">
          <Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-3" />
          <input
            // Another search is another box: what was typed before must not stay in it.
            key={filter.q}
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            aria-label={t('search')}
            placeholder={t('searchHint')}
            className="h-full w-full min-w-0 flex-1 bg-transparent text-body outline-none placeholder:text-text-3"
          />
        </div>
        {[...filterParams(filter), ...keep].map(
          ([name, value]) => name !== 'q' && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit">{t('find')}</Button>
      </Form>
    </search>
  )
}

import { Suspense } from 'react'
import { FirmFilters } from '@/components/firms/firm-filters'
import { FirmList } from '@/components/firms/firm-list'
import { FirmListSkeleton } from '@/components/firms/firm-list-skeleton'
import { FirmSearchForm } from '@/components/firms/firm-search-form'
import { firmFilter } from '@/lib/firms/schema'

type FoundFirmsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Search box, filters and list, all read from the address. */
export async function FoundFirms({ searchParams }: FoundFirmsProps) {
  const filter = firmFilter.parse(await searchParams)
  return (
    <div className="flex flex-col gap-3">
      <FirmSearchForm filter={filter} />
      <FirmFilters filter={filter} />
      <Suspense fallback={<FirmListSkeleton />}>
        <FirmList filter={filter} />
      </Suspense>
    </div>
  )
}

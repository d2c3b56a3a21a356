import { Suspense } from 'react'
import { FirmExport } from '@/components/firms/firm-export'
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
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-80">
          <FirmSearchForm filter={filter} />
        </div>
        <FirmExport filter={filter} />
      </div>
      <FirmFilters filter={filter} />
      <Suspense fallback={<FirmListSkeleton />}>
        <FirmList filter={filter} />
      </Suspense>
    </div>
  )
}

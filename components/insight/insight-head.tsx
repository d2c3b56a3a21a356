import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import type { Params } from '@/components/insight/asked'
import { InsightNote } from '@/components/insight/insight-note'
import { ReportLink } from '@/components/insight/report-link'
import { SavedViews } from '@/components/insight/saved-views'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

export async function InsightHead({ params }: { params: Params }) {
  const t = await getTranslations('insight')
  return (
    <PageHead
      title={t('title')}
      actions={
        <>
          <Suspense fallback={<Skeleton className="h-9 w-24" />}>
            <SavedViews />
          </Suspense>
          <Suspense fallback={<Skeleton className="h-9 w-44" />}>
            <ReportLink params={params} />
          </Suspense>
        </>
      }
      note={
        // The space keeps the line where it will be.
        <Suspense fallback={<span>&nbsp;</span>}>
          <InsightNote params={params} />
        </Suspense>
      }
    />
  )
}

import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import type { Params } from '@/components/insight/asked'
import { InsightNote } from '@/components/insight/insight-note'
import { PageHead } from '@/components/ui/page-head'

export async function InsightHead({ params }: { params: Params }) {
  const t = await getTranslations('insight')
  return (
    <PageHead
      title={t('title')}
      note={
        // The space keeps the line where it will be.
        <Suspense fallback={<span>&nbsp;</span>}>
          <InsightNote params={params} />
        </Suspense>
      }
    />
  )
}

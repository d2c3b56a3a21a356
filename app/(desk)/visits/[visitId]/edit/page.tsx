import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ChangeVisit } from '@/components/visits/change-visit'
import { FormSkeleton } from '@/components/visits/visit-skeletons'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('visits')
  return { title: t('newTitle') }
}

export default function ChangeVisitPage({ params }: PageProps<'/visits/[visitId]/edit'>) {
  return (
    <Suspense fallback={<FormSkeleton />}>
      <ChangeVisit params={params} />
    </Suspense>
  )
}

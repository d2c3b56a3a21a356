import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BeginVisit } from '@/components/visits/begin-visit'
import { FormSkeleton } from '@/components/visits/visit-skeletons'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('visits')
  return { title: t('newTitle') }
}

export default function NewVisitPage({ searchParams }: PageProps<'/visits/new'>) {
  return (
    <Suspense fallback={<FormSkeleton />}>
      <BeginVisit searchParams={searchParams} />
    </Suspense>
  )
}

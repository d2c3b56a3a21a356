import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ListSkeleton } from '@/components/visits/visit-skeletons'
import { VisitsView } from '@/components/visits/visits-view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('visits')
  return { title: t('title') }
}

export default function VisitsPage({ searchParams }: PageProps<'/visits'>) {
  return (
    <Suspense fallback={<ListSkeleton />}>
      <VisitsView searchParams={searchParams} />
    </Suspense>
  )
}

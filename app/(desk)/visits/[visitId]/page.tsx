import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { VisitRecord } from '@/components/visits/visit-record'
import { RecordSkeleton } from '@/components/visits/visit-skeletons'
import { visitById } from '@/lib/visits/queries'

export async function generateMetadata({ params }: PageProps<'/visits/[visitId]'>): Promise<Metadata> {
  const [t, visit] = await Promise.all([getTranslations('visits'), visitById((await params).visitId)])
  return { title: visit ? `${t('newTitle')} · ${visit.firm.name}` : t('newTitle') }
}

export default function VisitPage({ params }: PageProps<'/visits/[visitId]'>) {
  return (
    <Suspense fallback={<RecordSkeleton />}>
      <VisitRecord params={params} />
    </Suspense>
  )
}

import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BehindList } from '@/components/insight/behind-list'
import { PanelSkeleton } from '@/components/insight/skeletons'
import { gate } from '@/lib/session'

export async function generateMetadata() {
  return { title: (await getTranslations('insight.firms'))('title') }
}

export default async function InsightFirmsPage({ searchParams }: PageProps<'/insight/firms'>) {
  await gate('insight.read')
  return (
    <Suspense fallback={<PanelSkeleton className="h-96" />}>
      <BehindList params={searchParams} />
    </Suspense>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { FirmView } from '@/components/firms/firm-view'
import { FirmViewSkeleton } from '@/components/firms/firm-view-skeleton'
import { firmById } from '@/lib/firms/queries'

export async function generateMetadata({ params }: PageProps<'/firms/[firmId]'>): Promise<Metadata> {
  const { firmId } = await params
  const [firm, t] = await Promise.all([firmById(firmId), getTranslations('firms')])
  return { title: firm?.name ?? t('page.notFound') }
}

export default function FirmPage({ params, searchParams }: PageProps<'/firms/[firmId]'>) {
  return (
    <Suspense fallback={<FirmViewSkeleton />}>
      <FirmView params={params} searchParams={searchParams} />
    </Suspense>
  )
}

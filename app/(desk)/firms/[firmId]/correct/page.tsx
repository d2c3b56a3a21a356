import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CorrectFirm } from '@/components/firms/correct-firm'
import { FirmViewSkeleton } from '@/components/firms/firm-view-skeleton'
import { firmById } from '@/lib/firms/queries'

export async function generateMetadata({ params }: PageProps<'/firms/[firmId]/correct'>): Promise<Metadata> {
  const { firmId } = await params
  const [firm, t] = await Promise.all([firmById(firmId), getTranslations('firms')])
  return { title: firm ? t('correct.title', { name: firm.name }) : t('page.notFound') }
}

export default function CorrectFirmPage({ params }: PageProps<'/firms/[firmId]/correct'>) {
  return (
    <Suspense fallback={<FirmViewSkeleton />}>
      <CorrectFirm params={params} />
    </Suspense>
  )
}

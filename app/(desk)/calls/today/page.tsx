import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { TodayCalls } from '@/components/calls/today-calls'
import { CampaignSkeleton } from '@/components/campaigns/campaign-skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls.today')
  return { title: t('title') }
}

export default function TodayCallsPage({ searchParams }: PageProps<'/calls/today'>) {
  return (
    <Suspense fallback={<CampaignSkeleton rows={4} />}>
      <TodayCalls search={searchParams} />
    </Suspense>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CampaignSkeleton } from '@/components/campaigns/campaign-skeleton'
import { CampaignView } from '@/components/campaigns/campaign-view'
import { campaignDetail } from '@/lib/campaigns/queries'

export async function generateMetadata({ params }: PageProps<'/campaigns/[campaignId]'>): Promise<Metadata> {
  const [t, campaign] = await Promise.all([
    getTranslations('campaigns'),
    params.then(({ campaignId }) => campaignDetail(campaignId)),
  ])
  return { title: campaign?.name ?? t('title') }
}

export default function CampaignPage({ params }: PageProps<'/campaigns/[campaignId]'>) {
  return (
    <Suspense fallback={<CampaignSkeleton />}>
      <CampaignView params={params} />
    </Suspense>
  )
}

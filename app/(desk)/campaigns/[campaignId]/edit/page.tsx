import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CampaignEditor } from '@/components/campaigns/campaign-editor'
import { CampaignSkeleton } from '@/components/campaigns/campaign-skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('campaigns.edit')
  return { title: t('open') }
}

export default function EditCampaignPage({ params }: PageProps<'/campaigns/[campaignId]/edit'>) {
  return (
    <Suspense fallback={<CampaignSkeleton />}>
      <CampaignEditor params={params} />
    </Suspense>
  )
}

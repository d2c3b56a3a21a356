import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CampaignCrumb } from '@/components/campaigns/campaign-crumb'
import { CampaignMaker } from '@/components/campaigns/campaign-maker'
import { CampaignSkeleton } from '@/components/campaigns/campaign-skeleton'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('campaigns.make')
  return { title: t('title') }
}

export default function NewCampaignPage({ searchParams }: PageProps<'/campaigns/new'>) {
  const t = useTranslations('campaigns.make')
  return (
    <>
      <PageHead crumb={<CampaignCrumb />} title={t('title')} note={t('note')} />
      <Suspense fallback={<CampaignSkeleton />}>
        <CampaignMaker search={searchParams} />
      </Suspense>
    </>
  )
}

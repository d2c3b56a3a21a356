import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CampaignList } from '@/components/campaigns/campaign-list'
import { CampaignSkeleton } from '@/components/campaigns/campaign-skeleton'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('campaigns')
  return { title: t('title') }
}

export default function CampaignsPage() {
  const t = useTranslations('campaigns')
  const make = (
    <LinkButton href="/campaigns/new" variant="filled" icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}>
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('title')} note={t('note')} actions={make} />
      <Suspense fallback={<CampaignSkeleton />}>
        <CampaignList />
      </Suspense>
    </>
  )
}

import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { BoundariesCard } from '@/components/boundaries/boundaries-card'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('boundaries')
  return { title: t('title') }
}

export default function BoundariesPage() {
  const t = useTranslations('boundaries')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<Skeleton className="h-60 max-w-150" />}>
        <BoundariesCard />
      </Suspense>
    </>
  )
}

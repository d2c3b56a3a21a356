import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { OpenData } from '@/components/open-data/open-data'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('opendata')
  return { title: t('title') }
}

export default function OpenDataPage() {
  const t = useTranslations('opendata')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<Skeleton className="h-120" />}>
        <OpenData />
      </Suspense>
    </>
  )
}

import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { SectorsSkeleton, SectorsView } from '@/components/sectors/sectors-view'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sectors')
  return { title: t('title') }
}

export default function SectorsPage() {
  const t = useTranslations('sectors')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<SectorsSkeleton />}>
        <SectorsView />
      </Suspense>
    </>
  )
}

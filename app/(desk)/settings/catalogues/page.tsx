import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CataloguesSkeleton, CataloguesView } from '@/components/catalogues/catalogues-view'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalogues')
  return { title: t('title') }
}

export default function CataloguesPage() {
  const t = useTranslations('catalogues')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<CataloguesSkeleton />}>
        <CataloguesView />
      </Suspense>
    </>
  )
}

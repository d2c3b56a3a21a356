import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AtecoSkeleton, AtecoTables } from '@/components/ateco/ateco-tables'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ateco')
  return { title: t('title') }
}

export default function AtecoPage() {
  const t = useTranslations('ateco')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<AtecoSkeleton />}>
        <AtecoTables />
      </Suspense>
    </>
  )
}

import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ChamberSettingsCard, ChamberSkeleton } from '@/components/chamber/chamber-settings'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chamber')
  return { title: t('title') }
}

export default function ChamberPage() {
  const t = useTranslations('chamber')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <SettingsTabs />
      <Suspense fallback={<ChamberSkeleton />}>
        <ChamberSettingsCard />
      </Suspense>
    </>
  )
}

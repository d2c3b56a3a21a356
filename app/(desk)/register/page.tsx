import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DecideNotice } from '@/components/corrections/decide-notice'
import { ImportNow } from '@/components/register/import-now'
import { HistoryLink, RecentImports } from '@/components/register/recent-imports'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { ImportSteps } from '@/components/register/steps'
import { UndoCard } from '@/components/register/undo-card'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register')
  return { title: t('importTitle') }
}

export default function RegisterPage() {
  const t = useTranslations('register')
  return (
    <>
      <PageHead title={t('importTitle')} crumb={t('crumb')} actions={<HistoryLink />} />
      <ImportSteps status={null} checked={false} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Suspense fallback={null}>
            <DecideNotice />
          </Suspense>
          <Suspense fallback={<ImportNowSkeleton />}>
            <ImportNow />
          </Suspense>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Suspense fallback={<ImportNowSkeleton />}>
            <UndoCard />
            <RecentImports />
          </Suspense>
        </div>
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ImportNow } from '@/components/register/import-now'
import { LatestOutcome } from '@/components/register/latest-outcome'
import { RecentImports } from '@/components/register/recent-imports'
import { ImportNowSkeleton, OutcomeSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register')
  return { title: t('importTitle') }
}

export default function RegisterPage() {
  const t = useTranslations('register')
  return (
    <>
      <PageHead title={t('importTitle')} crumb={t('crumb')} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="group flex min-w-0 flex-col gap-4">
          <Suspense fallback={<ImportNowSkeleton />}>
            <ImportNow />
          </Suspense>
          <div className="group-has-[#running]:hidden">
            <Suspense fallback={<OutcomeSkeleton />}>
              <LatestOutcome />
            </Suspense>
          </div>
        </div>
        <Suspense fallback={<ImportNowSkeleton />}>
          <RecentImports />
        </Suspense>
      </div>
    </>
  )
}

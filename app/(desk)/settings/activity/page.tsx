import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ActivityList, ActivitySkeleton } from '@/components/activity/activity-list'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('activity')
  return { title: t('title') }
}

export default function ActivityPage({ searchParams }: PageProps<'/settings/activity'>) {
  const t = useTranslations('activity')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <Suspense fallback={<ActivitySkeleton />}>
        <ActivityList searchParams={searchParams} />
      </Suspense>
    </>
  )
}

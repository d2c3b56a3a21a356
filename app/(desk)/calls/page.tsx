import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CallDesk } from '@/components/calls/call-desk'
import { DeskSkeleton } from '@/components/calls/desk-skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls')
  return { title: t('title') }
}

export default function CallsPage({ searchParams }: PageProps<'/calls'>) {
  return (
    <Suspense fallback={<DeskSkeleton />}>
      <CallDesk search={searchParams} />
    </Suspense>
  )
}

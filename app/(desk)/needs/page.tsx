import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { NeedsSkeleton } from '@/components/needs/need-skeletons'
import { NeedsView } from '@/components/needs/needs-view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('needs')
  return { title: t('title') }
}

export default function NeedsPage({ searchParams }: PageProps<'/needs'>) {
  return (
    <Suspense fallback={<NeedsSkeleton />}>
      <NeedsView searchParams={searchParams} />
    </Suspense>
  )
}

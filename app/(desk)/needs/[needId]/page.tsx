import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { NeedSheet } from '@/components/needs/need-sheet'
import { NeedSkeleton } from '@/components/needs/need-skeletons'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('needs')
  return { title: t('title') }
}

export default function NeedPage({ params }: PageProps<'/needs/[needId]'>) {
  return (
    <Suspense fallback={<NeedSkeleton />}>
      <NeedSheet params={params} />
    </Suspense>
  )
}

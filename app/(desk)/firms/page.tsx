import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { FirmListSkeleton } from '@/components/firms/firm-list-skeleton'
import { FoundFirms } from '@/components/firms/found-firms'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('firms')
  return { title: t('title') }
}

export default function FirmsPage({ searchParams }: PageProps<'/firms'>) {
  const t = useTranslations('firms')
  return (
    <>
      <PageHead title={t('title')} note={t('list.note')} />
      <Suspense fallback={<FirmListSkeleton />}>
        <FoundFirms searchParams={searchParams} />
      </Suspense>
    </>
  )
}

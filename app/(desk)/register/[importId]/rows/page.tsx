import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense, use } from 'react'
import { RowLists } from '@/components/register/row-lists'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.lists')
  return { title: t('title') }
}

export default function RowsPage({ params, searchParams }: PageProps<'/register/[importId]/rows'>) {
  const t = useTranslations('register')
  const { importId } = use(params)
  return (
    <>
      <PageHead title={t('lists.title')} crumb={<Link href={`/register/${importId}`}>{t('result.title')}</Link>} />
      <Suspense fallback={<ImportNowSkeleton />}>
        <RowLists params={params} searchParams={searchParams} />
      </Suspense>
    </>
  )
}

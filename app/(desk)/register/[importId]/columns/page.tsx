import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense, use } from 'react'
import { ColumnsView } from '@/components/register/columns-view'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.steps')
  return { title: t('columns') }
}

export default function ColumnsPage({ params }: PageProps<'/register/[importId]/columns'>) {
  const t = useTranslations('register')
  const { importId } = use(params)
  return (
    <>
      <PageHead title={t('steps.columns')} crumb={<Link href={`/register/${importId}`}>{t('result.title')}</Link>} />
      <Suspense fallback={<ImportNowSkeleton />}>
        <ColumnsView importId={params.then((found) => found.importId)} />
      </Suspense>
    </>
  )
}

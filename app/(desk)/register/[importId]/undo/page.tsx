import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense, use } from 'react'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { UndoView } from '@/components/register/undo-view'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.undo')
  return { title: t('pageTitle') }
}

export default function UndoPage({ params }: PageProps<'/register/[importId]/undo'>) {
  const t = useTranslations('register')
  const { importId } = use(params)
  return (
    <>
      <PageHead title={t('undo.pageTitle')} crumb={<Link href={`/register/${importId}`}>{t('result.title')}</Link>} />
      <Suspense fallback={<ImportNowSkeleton />}>
        <UndoView importId={params.then((found) => found.importId)} />
      </Suspense>
    </>
  )
}

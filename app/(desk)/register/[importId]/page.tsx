import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { OneImport } from '@/components/register/one-import'
import { OutcomeSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register')
  return { title: t('result.title') }
}

export default function ImportPage({ params }: PageProps<'/register/[importId]'>) {
  const t = useTranslations('register')
  const crumb = <Link href="/register">{t('back')}</Link>
  return (
    <>
      <PageHead title={t('result.title')} crumb={crumb} />
      <Suspense fallback={<OutcomeSkeleton />}>
        <OneImport importId={params.then(({ importId }) => importId)} />
      </Suspense>
    </>
  )
}

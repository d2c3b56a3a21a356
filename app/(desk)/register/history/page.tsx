import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ImportHistory } from '@/components/register/import-history'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.past')
  return { title: t('title') }
}

export default function HistoryPage({ searchParams }: PageProps<'/register/history'>) {
  const t = useTranslations('register')
  return (
    <>
      <PageHead title={t('past.title')} crumb={<Link href="/register">{t('back')}</Link>} />
      <Suspense fallback={<ImportNowSkeleton />}>
        <ImportHistory searchParams={searchParams} />
      </Suspense>
    </>
  )
}

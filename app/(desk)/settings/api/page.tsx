import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ApiExamples } from '@/components/api/api-examples'
import { ApiReference } from '@/components/api/api-reference'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api')
  return { title: t('title') }
}

export default function ApiPage() {
  const t = useTranslations('api')
  const crumb = (
    <Link href="/settings/tokens" className="text-link underline-offset-2 hover:underline">
      {t('back')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('title')} note={t('note')} crumb={crumb} />
      <Suspense fallback={<Skeleton className="h-160" />}>
        <ApiExamples />
        <ApiReference />
      </Suspense>
    </>
  )
}

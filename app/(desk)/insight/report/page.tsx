import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ReportChoice } from '@/components/report/report-choice'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') }
}

export default function ReportPage({ searchParams }: PageProps<'/insight/report'>) {
  const t = useTranslations('report')
  const crumb = (
    <Link href="/insight" className="text-link underline-offset-2 hover:underline">
      {t('back')}
    </Link>
  )
  return (
    <>
      <PageHead title={t('title')} note={t('note')} crumb={crumb} />
      <Suspense fallback={<Skeleton className="h-120 max-w-160" />}>
        <ReportChoice params={searchParams} />
      </Suspense>
    </>
  )
}

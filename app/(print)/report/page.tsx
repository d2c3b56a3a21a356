import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ReportPaper } from '@/components/report/report-paper'
import { Skeleton } from '@/components/ui/skeleton'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') }
}

/** The report alone, without the frame of the product: for the printer. */
export default function PrintPage({ searchParams }: PageProps<'/report'>) {
  return (
    <Suspense fallback={<Skeleton className="m-8 h-160" />}>
      <ReportPaper params={searchParams} />
    </Suspense>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { Agenda } from '@/components/today/agenda'
import { AgendaSkeleton } from '@/components/today/agenda-skeleton'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('today')
  return { title: t('title') }
}

export default function TodayPage({ searchParams }: PageProps<'/today'>) {
  return (
    <Suspense fallback={<AgendaSkeleton />}>
      <Agenda searchParams={searchParams} />
    </Suspense>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ToDecide } from '@/components/corrections/to-decide'
import { ImportNowSkeleton } from '@/components/register/skeletons'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register.decide')
  return { title: t('title') }
}

export default function CorrectionsPage({ searchParams }: PageProps<'/register/corrections'>) {
  const t = useTranslations('register')
  return (
    <>
      <PageHead title={t('decide.title')} note={t('decide.note')} crumb={<Link href="/register">{t('back')}</Link>} />
      <Suspense fallback={<ImportNowSkeleton />}>
        <ToDecide searchParams={searchParams} />
      </Suspense>
    </>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { SignInCard, SignInSkeleton } from '@/components/users/sign-in-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.signIn')
  return { title: t('title') }
}

export default function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  return (
    <Suspense fallback={<SignInSkeleton />}>
      <SignInCard searchParams={searchParams} />
    </Suspense>
  )
}

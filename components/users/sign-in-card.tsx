import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { SignInForm } from '@/components/users/sign-in-form'
import { chamberName } from '@/lib/chamber/queries'
import { currentActor } from '@/lib/session'
import { pathWithin } from '@/lib/users/rules'

const CARD = 'w-full max-w-100 rounded-xl border border-border bg-surface p-5 tablet:p-8'

type SignInCardProps = { searchParams: Promise<{ callbackUrl?: string | string[] }> }

export async function SignInCard({ searchParams }: SignInCardProps) {
  const { callbackUrl } = await searchParams
  const goTo = pathWithin(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await currentActor()) redirect(goTo as Route)
  const [t, chamber] = await Promise.all([getTranslations('users.signIn'), chamberName()])
  return (
    <section className={CARD}>
      <p className="text-table font-semibold text-text-2">{chamber}</p>
      <h1 className="mt-1 text-h1 font-bold">{t('title')}</h1>
      <p className="mt-1 mb-5 text-body text-text-2">{t('lead')}</p>
      <Messages pick={['users', 'refusals']}>
        <SignInForm goTo={goTo} />
      </Messages>
      <p className="mt-5 border-t border-border pt-4 text-table text-text-2">{t('forgotten')}</p>
    </section>
  )
}

export function SignInSkeleton() {
  return (
    <div className={CARD}>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="mt-2 h-7 w-32" />
      <Skeleton className="mt-6 h-14" />
      <Skeleton className="mt-4 h-14" />
      <Skeleton className="mt-5 h-12" />
    </div>
  )
}

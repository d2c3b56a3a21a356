import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CalendarFeed } from '@/components/feeds/calendar-feed'
import { MorningMail } from '@/components/reminders/morning-mail'
import { PageHead } from '@/components/ui/page-head'
import { OwnAccount, OwnAccountSkeleton } from '@/components/users/own-account'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.account')
  return { title: t('title') }
}

export default function OwnAccountPage() {
  const t = useTranslations('users.account')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      <Suspense fallback={<OwnAccountSkeleton />}>
        <OwnAccount />
        <CalendarFeed />
        <MorningMail />
      </Suspense>
    </>
  )
}

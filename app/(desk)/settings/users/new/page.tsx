import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { PageHead } from '@/components/ui/page-head'
import { UserAdder, UserFormSkeleton } from '@/components/users/user-editor'
import { UsersCrumb } from '@/components/users/users-crumb'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.add')
  return { title: t('title') }
}

export default function NewUserPage() {
  const t = useTranslations('users.add')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} crumb={<UsersCrumb />} />
      <Suspense fallback={<UserFormSkeleton />}>
        <UserAdder />
      </Suspense>
    </>
  )
}

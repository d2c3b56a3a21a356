import { UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { UserList, UserListSkeleton } from '@/components/users/user-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.list')
  return { title: t('title') }
}

export default function UsersPage() {
  const t = useTranslations('users.list')
  const add = (
    <LinkButton
      href="/settings/users/new"
      variant="filled"
      icon={<UserPlus size={16} strokeWidth={1.75} aria-hidden />}
    >
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('title')} note={t('lead')} actions={add} />
      <Suspense fallback={<UserListSkeleton />}>
        <UserList />
      </Suspense>
    </>
  )
}

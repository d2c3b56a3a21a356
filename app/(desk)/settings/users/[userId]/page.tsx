import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { UserEditor, UserFormSkeleton } from '@/components/users/user-editor'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('users.edit')
  return { title: t('title') }
}

export default function UserPage({ params }: PageProps<'/settings/users/[userId]'>) {
  return (
    <Suspense fallback={<UserFormSkeleton />}>
      <UserEditor params={params} />
    </Suspense>
  )
}

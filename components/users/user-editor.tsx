import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { Skeleton } from '@/components/ui/skeleton'
import { EditUserForm } from '@/components/users/edit-user-form'
import { NewUser } from '@/components/users/new-user-form'
import { UserAccess } from '@/components/users/user-access'
import { UsersCrumb } from '@/components/users/users-crumb'
import { nameIn } from '@/lib/i18n/name'
import { officeChoices, userToEdit } from '@/lib/users/queries'

async function officeOptions() {
  const [offices, locale] = await Promise.all([officeChoices(), getLocale()])
  return offices.map((office) => ({ id: office.id, label: nameIn(locale, office) }))
}

export async function UserEditor({ params }: { params: Promise<{ userId: string }> }) {
  const user = await userToEdit((await params).userId)
  if (!user) notFound()
  const [offices, t] = await Promise.all([officeOptions(), getTranslations('users.edit')])
  return (
    <>
      <PageHead title={user.name} note={user.email} crumb={<UsersCrumb />} />
      <Messages pick={['users']}>
        <div className="grid max-w-240 items-start gap-4 desk:grid-cols-[2fr_1fr]">
          <Card className="py-2">
            <EditUserForm user={user} offices={offices} />
          </Card>
          <Card title={t('accessTitle')} id="access">
            <UserAccess user={user} />
          </Card>
        </div>
      </Messages>
    </>
  )
}

export async function UserAdder() {
  const offices = await officeOptions()
  return (
    <Messages pick={['users']}>
      <Card className="max-w-160 py-2">
        <NewUser offices={offices} />
      </Card>
    </Messages>
  )
}

export function UserFormSkeleton() {
  return (
    <Card className="max-w-160">
      <Skeleton className="my-3 h-14" />
      <Skeleton className="my-3 h-14" />
      <Skeleton className="my-3 h-64" />
    </Card>
  )
}

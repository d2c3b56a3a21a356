import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { OwnPasswordForm } from '@/components/users/own-password-form'
import { nameIn } from '@/lib/i18n/name'
import { ownAccount } from '@/lib/users/queries'

const GRID = 'grid max-w-240 items-start gap-4 desk:grid-cols-2'

export async function OwnAccount() {
  const account = await ownAccount()
  const [t, locale] = await Promise.all([getTranslations('users'), getLocale()])
  const facts = [
    [t('fields.name'), account.name],
    [t('fields.email'), account.email],
    [t('fields.role'), t(`roles.${account.role}`)],
    ...(account.office ? [[t('fields.officeId'), nameIn(locale, account.office)]] : []),
  ]
  return (
    <div className={GRID}>
      <Card title={t('account.who')} id="who">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-body">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-text-2">{label}</dt>
              <dd className="font-semibold break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t('account.passwordTitle')} id="password" reading={t('account.passwordNote')}>
        <Messages pick={['users']}>
          <OwnPasswordForm email={account.email} />
        </Messages>
      </Card>
    </div>
  )
}

export function OwnAccountSkeleton() {
  return (
    <div className={GRID}>
      <Skeleton className="h-44" />
      <Skeleton className="h-64" />
    </div>
  )
}

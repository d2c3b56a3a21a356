import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** The way back to the list of users. */
export async function UsersCrumb() {
  const t = await getTranslations('users.list')
  return (
    <Link href="/settings/users" className="text-link underline-offset-2 hover:underline">
      {t('title')}
    </Link>
  )
}

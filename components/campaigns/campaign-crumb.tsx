import Link from 'next/link'
import { useTranslations } from 'next-intl'

export function CampaignCrumb() {
  const t = useTranslations('campaigns')
  return (
    <Link href="/campaigns" className="text-link underline-offset-2 hover:underline">
      {t('crumb')}
    </Link>
  )
}

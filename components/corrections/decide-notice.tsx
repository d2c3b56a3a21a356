import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { countToDecide } from '@/lib/corrections/queries'
import { formatNumber } from '@/lib/format'

/** Says that corrections wait for a decision, and leads there. */
export async function DecideNotice() {
  const [{ count }, t, locale] = await Promise.all([countToDecide(), getTranslations('register.decide'), getLocale()])
  if (count === 0) return null
  return (
    <Notice tone="warn">
      {t('notice', { count, formatted: formatNumber(locale, count) })}{' '}
      <Link href="/register/corrections">{t('go')}</Link>
    </Notice>
  )
}

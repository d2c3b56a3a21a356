import { Ban, ShieldAlert, ShieldCheck } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/format'
import type { RegisterStatus } from '@/prisma/client/enums'

type ContactStateProps = {
  firm: {
    doNotContactSince: Date | null
    doNotContactReason: string | null
    privacyNoticeAt: Date | null
    status?: RegisterStatus
  }
  /** Only the word, without why and since when. */
  brief?: boolean
}

/** May this firm be called? Stands before every telephone number. */
export async function ContactState({ firm, brief }: ContactStateProps) {
  const [t, locale] = await Promise.all([getTranslations('firms.contact'), getLocale()])
  const day = (at: Date) => formatDate(locale, at, 'long')
  const { tone, Icon, word, why } = stateOf()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Tag tone={tone} icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}>
        {word}
      </Tag>
      {!brief && <span className="text-small text-text-2">{why}</span>}
    </span>
  )

  function stateOf() {
    const since = firm.doNotContactSince
    if (since) {
      const reason = firm.doNotContactReason
      const why = reason ? t('stopReason', { date: day(since), reason }) : t('stopSince', { date: day(since) })
      return { tone: 'danger' as const, Icon: Ban, word: t('stop'), why }
    }
    if (firm.status === 'ceased')
      return { tone: 'warn' as const, Icon: ShieldAlert, word: t('check'), why: t('ceased') }
    const told = firm.privacyNoticeAt ? t('okNotice', { date: day(firm.privacyNoticeAt) }) : t('okNoNotice')
    return { tone: 'ok' as const, Icon: ShieldCheck, word: t('ok'), why: told }
  }
}

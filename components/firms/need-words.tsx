import { useLocale, useTranslations } from 'next-intl'
import { nameIn } from '@/lib/i18n/name'
import type { NeedPriority } from '@/prisma/client/enums'

type NeedWordsProps = {
  needs: {
    id: string
    priority: NeedPriority
    words: string | null
    needType: { nameIt: string; nameEn: string }
  }[]
}

/** Needs as they were said: type, priority, the firm's own words. */
export function NeedWords({ needs }: NeedWordsProps) {
  const t = useTranslations('firms.needs.priorities')
  const locale = useLocale()
  return needs.map(({ id, priority, words, needType }) => (
    <p key={id}>
      <b className="font-semibold text-text">{nameIn(locale, needType)}</b>, {t(priority).toLowerCase()}
      {words && `: ${words}`}
    </p>
  ))
}

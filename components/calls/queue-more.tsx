'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useUrlFilter } from '@/components/ui/url-filter'
import { formatCount } from '@/lib/format'

/** How many firms the queue does not show, and the way to them. */
export function QueueMore({ more, whole }: { more: number; whole: boolean }) {
  const t = useTranslations('calls.queue')
  const locale = useLocale()
  const { write } = useUrlFilter('whole')
  return (
    <div className="flex items-center justify-between gap-2 border-t border-border px-4 py-1.25 text-small text-text-2">
      <span>{more > 0 && t('more', { count: more, shown: formatCount(locale, more) })}</span>
      <button
        type="button"
        onClick={() => write(whole ? [] : ['1'])}
        className="min-h-6 cursor-pointer text-link underline underline-offset-2"
      >
        {t(whole ? 'showFirst' : 'showAll')}
      </button>
    </div>
  )
}

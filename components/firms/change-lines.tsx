import { useTranslations } from 'next-intl'
import type texts from '@/lib/i18n/it/firms.json'
import type { changesIn } from '@/lib/timeline/rules'

/** What changed, field by field; fields without a word for people are only mentioned. */
export function ChangeLines({ changes }: { changes: ReturnType<typeof changesIn> }) {
  const t = useTranslations('firms.timeline')
  const lines = changes.flatMap(({ field, before, after }) => {
    const key = `fields.${field as keyof typeof texts.timeline.fields}` as const
    if (!t.has(key) || before === after) return []
    const name = t(key)
    if (before === null) return [t('now', { field: name, after: after ?? '' })]
    return [after === null ? t('gone', { field: name, before }) : t('fromTo', { field: name, before, after })]
  })
  return <p className="break-words">{lines.length ? `${lines.join('; ')}.` : changes.length > 0 && t('others')}</p>
}

import { getLocale, getTranslations } from 'next-intl/server'
import { type FieldChange, isId } from '@/lib/activity-log/rules'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import type it from '@/lib/i18n/it/activity.json'

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

type DeedChangesProps = { changes: FieldChange[]; names: Map<string, string> }

/** Before and after of each field, folded. */
export async function DeedChanges({ changes, names }: DeedChangesProps) {
  const [t, locale] = await Promise.all([getTranslations('activity'), getLocale()])

  function fieldName(field: string): string {
    const key = `fields.${field}` as `fields.${keyof typeof it.fields}`
    return t.has(key) ? t(key) : field
  }

  function shown(value: unknown): string {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return formatNumber(locale, value)
    if (Array.isArray(value)) return value.map(shown).join(', ') || t('nothing')
    if (typeof value === 'object') return JSON.stringify(value)
    const text = String(value)
    if (isId(text)) return names.get(text) ?? text.slice(-8)
    if (ISO.test(text)) return `${formatDate(locale, new Date(text), 'day')}, ${formatTime(locale, new Date(text))}`
    const key = `values.${text}` as `values.${keyof typeof it.values}`
    return /^\w+$/.test(text) && t.has(key) ? t(key) : text
  }

  return (
    <details className="text-table open:w-full open:pl-14">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-link underline-offset-2 hover:underline">
        {t('details')}
      </summary>
      <dl className="mt-1 mb-1 grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 rounded-m bg-fill px-3 py-2">
        {changes.map(({ field, before, after, both }) => (
          <div key={field} className="contents">
            <dt className="text-text-2">{fieldName(field)}</dt>
            <dd className="min-w-0 break-words">
              {both && (
                <>
                  <span className="sr-only">{`${t('before')} `}</span>
                  <s className="text-text-2 no-underline">{shown(before)}</s>
                  <span aria-hidden> → </span>
                  <span className="sr-only">{`, ${t('after')} `}</span>
                </>
              )}
              <span className="font-semibold">{shown(after)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

import type { DeedWords } from '@/components/activity/deed-row'
import { type FieldChange, isId } from '@/lib/activity-log/rules'
import { formatDate, formatNumber, formatTime } from '@/lib/format'
import type it from '@/lib/i18n/it/activity.json'

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

type DeedChangesProps = { changes: FieldChange[]; names: Map<string, string>; t: DeedWords; locale: string }

/** Before and after of each field, folded. */
export function DeedChanges({ changes, names, t, locale }: DeedChangesProps) {
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
    <details>
      <summary>{t('details')}</summary>
      <dl>
        {changes.map(({ field, before, after, both }) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              {both && (
                <>
                  <span className="sr-only">{`${t('before')} `}</span>
                  <s>{shown(before)}</s>
                  <span aria-hidden> → </span>
                  <span className="sr-only">{`, ${t('after')} `}</span>
                </>
              )}
              <b>{shown(after)}</b>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

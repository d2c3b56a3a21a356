import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/lib/format'
import { type RejectGroup, rejectGroups } from '@/lib/register/groups'

/** Rejected rows by reason, each with an example, and all of them as a file. */
export async function Rejects({ importId, columns }: { importId: string; columns: number }) {
  const [groups, t, locale] = await Promise.all([rejectGroups(importId), getTranslations('register'), getLocale()])
  const example = ({ reason, line, column, value }: RejectGroup) => {
    const values = { line: formatNumber(locale, line), column, value }
    if (reason === 'columnCount') return t('result.rejectRow', { ...values, expected: formatNumber(locale, columns) })
    return t(value.trim() ? 'result.rejectExample' : 'result.rejectBlank', values)
  }
  return (
    <section aria-labelledby="rejects-title">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h3 id="rejects-title" className="flex-1 text-table font-semibold">
          {t('result.rejects')}
        </h3>
        {groups.length > 0 && (
          <a
            href={`/api/register/${importId}/rejects`}
            className="inline-flex min-h-6 items-center gap-1 text-small text-link underline"
          >
            <Download size={14} strokeWidth={1.75} aria-hidden />
            {t('result.csv')}
          </a>
        )}
      </div>
      {groups.length === 0 && <p className="text-table text-text-2">{t('result.noRejects')}</p>}
      {groups.length > 0 && (
        <ul>
          {groups.map((group) => (
            <li key={group.reason} className="border-b border-border py-1.5 text-table last:border-0">
              <p className="flex gap-3">
                <b className="flex-1 font-semibold">{t(`reasons.${group.reason}`)}</b>
                <span>{formatNumber(locale, group.rows)}</span>
              </p>
              <p className="text-small break-words text-text-2">{example(group)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

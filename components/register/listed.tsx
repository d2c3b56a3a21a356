import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { valueWords } from '@/components/register/value-words'
import { formatNumber } from '@/lib/format'
import type { ListedFirm, ListedRow } from '@/lib/register/lists'

/** Fields whose values are lists of things: that they change, not how. */
const WITHOUT_VALUES = ['extra', 'sites']
const ITEM = 'border-b border-border px-4 py-2 text-table last:border-0'

/** Firms with, where they change, each field old and new. */
export async function ListedFirms({ rows }: { rows: ListedFirm[] }) {
  const [t, words] = await Promise.all([getTranslations('register'), valueWords()])
  return (
    <ul>
      {rows.map(({ key, firmId, name, codiceFiscale, place, changes }) => (
        <li key={key} className={ITEM}>
          <p className="flex flex-wrap gap-x-3">
            <b className="font-semibold break-words">
              {firmId ? (
                <Link href={`/firms/${firmId}`} className="text-text hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
            </b>
            <span className="text-text-2">{[codiceFiscale, place].filter(Boolean).join(' · ')}</span>
          </p>
          {changes && (
            <ul className="text-small text-text-2">
              {Object.entries(changes).map(([field, [before, after]]) => (
                <li key={field} className="break-words">
                  {t(`fields.${field}` as 'fields.name')}
                  {!WITHOUT_VALUES.includes(field) && (
                    <>
                      {': '}
                      <span className="sr-only">{t('result.from')} </span>
                      <del className="text-text-3">{words(field, before)}</del>
                      <ArrowRight size={14} strokeWidth={1.75} className="mx-1 inline" aria-hidden />
                      <span className="sr-only"> {t('result.to')} </span>
                      <ins className="font-semibold text-text no-underline">{words(field, after)}</ins>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Rows of the file, with the cell that is the matter. */
export async function ListedRows({ rows, kind }: { rows: ListedRow[]; kind: 'reasons' | 'suspicions' }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  return (
    <ul>
      {rows.map(({ key, line, column, value, reason }) => (
        <li key={key} className={ITEM}>
          <p className="flex flex-wrap gap-x-3">
            <b className="font-semibold">{t('lists.line', { line: formatNumber(locale, line) })}</b>
            <span>{t(`${kind}.${reason}` as 'reasons.nameMissing')}</span>
          </p>
          <p className="text-small break-words text-text-2">{[column, value].filter(Boolean).join(': ')}</p>
        </li>
      ))}
    </ul>
  )
}

import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { valueWords } from '@/components/register/value-words'
import { formatNumber } from '@/lib/format'
import { changeGroups } from '@/lib/register/groups'

/** Fields whose values are lists of things: how many firms, no example. */
const WITHOUT_EXAMPLE = ['extra', 'sites']

/** Changed firms by field, each with one example, old and new. */
export async function Changes({ importId }: { importId: string }) {
  const [groups, t, locale, words] = await Promise.all([
    changeGroups(importId),
    getTranslations('register'),
    getLocale(),
    valueWords(),
  ])
  return (
    <section aria-labelledby="changes-title">
      <h3 id="changes-title" className="mb-1 text-table font-semibold">
        {t('result.changes')}
      </h3>
      {groups.length === 0 && <p className="text-table text-text-2">{t('result.noChanges')}</p>}
      {groups.length > 0 && (
        <ul>
          {groups.map(({ field, firms, firmId, name, before, after }) => (
            <li key={field} className="border-b border-border py-1.5 text-table last:border-0">
              <p className="flex gap-3">
                <b className="flex-1 font-semibold">{t(`fields.${field}` as 'fields.name')}</b>
                <span>{formatNumber(locale, firms)}</span>
              </p>
              {!WITHOUT_EXAMPLE.includes(field) && (
                <p className="text-small break-words text-text-2">
                  <Link href={`/firms/${firmId}`} className="text-text-2 hover:underline">
                    {name}
                  </Link>
                  {': '}
                  <span className="sr-only">{t('result.from')} </span>
                  <del className="text-text-3">{words(field, before)}</del>
                  <ArrowRight size={14} strokeWidth={1.75} className="mx-1 inline" aria-hidden />
                  <span className="sr-only"> {t('result.to')} </span>
                  <ins className="font-semibold text-text no-underline">{words(field, after)}</ins>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/lib/format'
import { suspicionGroups } from '@/lib/register/groups'

/** Values that cannot be quite right, what is done about them, and rows said twice. */
export async function Suspicions({ importId, duplicates }: { importId: string; duplicates: number }) {
  const [groups, t, locale] = await Promise.all([suspicionGroups(importId), getTranslations('register'), getLocale()])
  return (
    <section aria-labelledby="suspicions-title">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h3 id="suspicions-title" className="flex-1 text-table font-semibold">
          {t('dryRun.suspicions')}
        </h3>
        {groups.length > 0 && (
          <Link href={`/register/${importId}/rows?kind=suspicious`} className="text-small">
            {t('dryRun.show')}
          </Link>
        )}
      </div>
      {groups.length === 0 && duplicates === 0 && <p className="text-table text-text-2">{t('dryRun.noSuspicions')}</p>}
      <ul>
        {groups.map(({ reason, rows, line, column, value }) => (
          <li key={reason} className="border-b border-border py-1.5 text-table last:border-0">
            <p className="flex gap-3">
              <b className="flex-1 font-semibold">{t(`suspicions.${reason}`)}</b>
              <span>{formatNumber(locale, rows)}</span>
            </p>
            <p className="text-small break-words text-text-2">
              {t('result.rejectExample', {
                line: formatNumber(locale, line),
                column: column || t('csv.codiceFiscale'),
                value,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

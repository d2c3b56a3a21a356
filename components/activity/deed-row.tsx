import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeedChanges } from '@/components/activity/deed-changes'
import { fieldChanges } from '@/lib/activity-log/rules'
import { formatTime } from '@/lib/format'
import type it from '@/lib/i18n/it/activity.json'

export type Deed = {
  id: string
  at: Date
  verb: string
  subjectId: string | null
  changes: unknown
  user: { name: string } | null
  firm: { id: string; name: string } | null
}

/** One deed: what, to whom or what, by whom, when; what changed is folded away. */
export async function DeedRow({ deed, names }: { deed: Deed; names: Map<string, string> }) {
  const [t, locale] = await Promise.all([getTranslations('activity'), getLocale()])
  const key = `verbs.${deed.verb.replace('.', '_')}` as `verbs.${keyof typeof it.verbs}`
  const subject = deed.subjectId ? names.get(deed.subjectId) : undefined
  const changes = fieldChanges(deed.changes)
  return (
    <li className="group flex flex-wrap items-baseline gap-x-3 border-t border-border px-4 py-1.5 first:border-t-0">
      <time dateTime={deed.at.toISOString()} className="w-11 shrink-0 text-table text-text-2 tabular-nums">
        {formatTime(locale, deed.at)}
      </time>
      <p className="min-w-0 flex-1 basis-60 text-body break-words">
        <span className="font-semibold">{t.has(key) ? t(key) : deed.verb}</span>
        {subject && subject !== deed.user?.name && ` · ${subject}`}
        {deed.firm && (
          <>
            {' · '}
            <Link href={`/firms/${deed.firm.id}` as Route} className="text-link underline underline-offset-2">
              {deed.firm.name}
            </Link>
          </>
        )}
      </p>
      <p className="ml-14 min-w-0 flex-1 truncate text-table text-text-2 tablet:ml-0 tablet:max-w-48 tablet:group-has-open:mr-39">
        {deed.user?.name ?? t('system')}
      </p>
      <div className="contents tablet:block tablet:w-36 tablet:has-open:w-full">
        {changes.length > 0 && <DeedChanges changes={changes} names={names} />}
      </div>
    </li>
  )
}

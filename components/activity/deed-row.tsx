import type { Route } from 'next'
import Link from 'next/link'
import type { getTranslations } from 'next-intl/server'
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

export type DeedWords = Awaited<ReturnType<typeof getTranslations<'activity'>>>

type DeedRowProps = {
  deed: Deed
  names: Map<string, string>
  /** Handed down: a page of rows need not ask for the words with each. */
  t: DeedWords
  locale: string
}

/** One deed: what, to whom or what, by whom, when; what changed is folded away. Dressed by the list (deed-list.css). */
export function DeedRow({ deed, names, t, locale }: DeedRowProps) {
  const key = `verbs.${deed.verb.replace('.', '_')}` as `verbs.${keyof typeof it.verbs}`
  const subject = deed.subjectId ? names.get(deed.subjectId) : undefined
  const changes = fieldChanges(deed.changes)
  return (
    <li>
      <time dateTime={deed.at.toISOString()}>{formatTime(locale, deed.at)}</time>
      <p>
        <b>{t.has(key) ? t(key) : deed.verb}</b>
        {subject && subject !== deed.user?.name && ` · ${subject}`}
        {deed.firm && ' · '}
        {deed.firm && (
          <Link href={`/firms/${deed.firm.id}` as Route} prefetch={false}>
            {deed.firm.name}
          </Link>
        )}
      </p>
      <p className="deed-by">{deed.user?.name ?? t('system')}</p>
      <div className="deed-more">
        {changes.length > 0 && <DeedChanges changes={changes} names={names} t={t} locale={locale} />}
      </div>
    </li>
  )
}

import { Readable } from 'node:stream'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FileWords } from '@/lib/exports/mutations'
import type { FIRM_COLUMNS, NEED_COLUMNS } from '@/lib/exports/rules'
import { nameIn } from '@/lib/i18n/name'
import { type Actor, can } from '@/lib/permissions'
import { currentActor } from '@/lib/session'
import { dayOf } from '@/lib/today/rules'

type Column = (typeof FIRM_COLUMNS | typeof NEED_COLUMNS)[number]

/** A file in the person's language, sent as it is read. */
export async function csvResponse(
  name: 'firms' | 'needs',
  columns: readonly Column[],
  make: (actor: Actor, words: FileWords) => Promise<AsyncGenerator<Uint8Array>>,
): Promise<Response> {
  const actor = await currentActor()
  if (!actor || !can(actor, 'export.all')) return new Response(null, { status: actor ? 403 : 401 })
  const [t, firms, needs, digital, locale] = await Promise.all([
    getTranslations('exports'),
    getTranslations('firms'),
    getTranslations('needs'),
    getTranslations('insight.digital.levels'),
    getLocale(),
  ])
  const words: FileWords = {
    heads: columns.map((column) => t(`columns.${column}`)),
    cells: {
      nameOf: (row) => nameIn(locale, row),
      status: (status) => firms(`status.${status}`),
      size: (size) => firms(`size.${size}`),
      level: (level) => digital(level),
      priority: (priority) => needs(`priority.${priority}`),
      needStatus: (status) => needs(`status.${status}`),
      said: (where) => t(`said.${where}`),
      contact: (contactable) => t(contactable ? 'contactable' : 'doNotContact'),
      yes: t('yes'),
      no: t('no'),
    },
  }
  const lines = await make(actor, words)
  // One page at a time waits here, whatever the browser's line carries.
  const body = Readable.toWeb(Readable.from(lines, { highWaterMark: 1 })) as ReadableStream
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t(`files.${name}`)}-${dayOf(new Date())}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

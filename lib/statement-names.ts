import { createHash } from 'node:crypto'

/** Statements the product repeats; those put together from filters are more than a connection should keep. */
const MOST = 400
const names = new Map<string, string>()

/**
 * The name under which a connection keeps a statement parsed and, once PostgreSQL finds that its plan does not depend
 * on the values, planned: for a page's small statements that is most of their cost. A search for a fragment is planned
 * each time, since how much it finds decides how to look: it has no name (`''`).
 */
export function statementName({ sql }: { sql: string }): string {
  if (/\blike\b/i.test(sql)) return ''
  const known = names.get(sql)
  if (known) return known
  if (names.size >= MOST) return ''
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
  names.set(sql, name)
  return name
}

import { db } from '@/lib/db'
import { importCounts } from '@/lib/register/schema'

/** As many as a screen shows. */
const SHOWN = 20

/** The last imports, newest first. */
export async function runHistory() {
  const rows = await db.registerImport.findMany({
    orderBy: { startedAt: 'desc' },
    take: SHOWN,
    include: { user: { select: { email: true } } },
  })
  const imports = rows.map((row) => ({
    id: row.id,
    file: row.fileName,
    by: row.user?.email ?? null,
    at: row.startedAt.toISOString(),
    status: row.status,
    seconds: row.finishedAt ? Math.round((row.finishedAt.getTime() - row.startedAt.getTime()) / 10) / 100 : null,
    ...importCounts.parse(row),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }))
  for (const { at, status, file, by, read, created, changed, ceased, rejected } of imports) {
    const counts = `${read} rows, ${created} new, ${changed} changed, ${ceased} ceased, ${rejected} rejected`
    console.info(`${at.slice(0, 16)}  ${status.padEnd(11)}  ${file}  ${counts}  ${by ?? ''}`)
  }
  return { imports }
}

import { databaseHealth } from '@/lib/runtime/health'
import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

/** For monitors and proxies: 200 while pages can be served, 503 with the reason while the database is away. */
export async function GET() {
  const database = await databaseHealth()
  const headers = { 'Cache-Control': 'no-store' }
  if (database.ok) return Response.json({ status: 'ok', database: 'ok', version }, { headers })
  const { reason } = database
  return Response.json({ status: 'error', database: 'unreachable', reason, version }, { status: 503, headers })
}

import { onlyRead } from '@/lib/api/problem'
import { csvOf, jsonOf } from '@/lib/open-data/files'
import { publicEdition } from '@/lib/open-data/queries'
import { LICENCES } from '@/lib/open-data/schema'

/** `/opendata/needs-by-sector.csv` and its like: for everybody, while the admin has them switched on. */
export async function GET(_: Request, { params }: RouteContext<'/opendata/[file]'>) {
  const [, name, format] = /^([a-z-]+)\.(csv|json)$/.exec((await params).file) ?? []
  const edition = name ? await publicEdition() : null
  const table = edition?.tables.find(({ id }) => id === name)
  if (!edition || !table) return new Response(null, { status: 404 })
  const headers = {
    'Cache-Control': 'public, max-age=3600',
    'Last-Modified': edition.madeAt.toUTCString(),
    'Access-Control-Allow-Origin': '*',
  }
  if (format === 'json') {
    return Response.json(jsonOf(table, edition.closedOn, LICENCES[edition.settings.licence][1]), { headers })
  }
  return new Response(csvOf(table), { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } })
}

export { onlyRead as DELETE, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }

import { openapi } from '@/lib/api/openapi'
import { onlyRead } from '@/lib/api/problem'

/** The description of the API, for everybody: it holds no data. */
export function GET() {
  return Response.json(openapi(), { headers: { 'Cache-Control': 'public, max-age=3600' } })
}

export { onlyRead as DELETE, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }

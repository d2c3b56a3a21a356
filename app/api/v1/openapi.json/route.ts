import { openapi } from '@/lib/api/openapi'

/** The description of the API, for everybody: it holds no data. */
export function GET() {
  return Response.json(openapi(), { headers: { 'Cache-Control': 'public, max-age=3600' } })
}

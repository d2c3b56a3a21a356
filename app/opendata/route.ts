import { onlyRead } from '@/lib/api/problem'
import { catalogueOf } from '@/lib/open-data/dcat'
import { publicEdition } from '@/lib/open-data/queries'

/** The catalogue of the open data as JSON-LD, for harvesters: dati.gov.it and their like. */
export async function GET(request: Request) {
  const edition = await publicEdition()
  if (!edition) return new Response(null, { status: 404 })
  const { closedOn, madeAt, publisher, settings } = edition
  const site = process.env.NEXTAUTH_URL ? new URL(process.env.NEXTAUTH_URL).origin : new URL(request.url).origin
  const body = catalogueOf({ site, closedOn, modified: madeAt.toISOString().slice(0, 10), publisher, settings })
  const headers = {
    'Content-Type': 'application/ld+json',
    'Cache-Control': 'public, max-age=3600',
    'Access-Control-Allow-Origin': '*',
  }
  return new Response(JSON.stringify(body), { headers })
}

export { onlyRead as DELETE, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }

import { getTranslations } from 'next-intl/server'
import { loadAteco } from '@/lib/ateco/mutations'
import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { isSameOrigin } from '@/lib/register/origin'
import { currentActor } from '@/lib/session'

export const dynamic = 'force-dynamic'

/** ISTAT's largest table is 0.7 MB in UTF-8, twice that in UTF-16. */
const MOST_BYTES = 8_000_000

/** Takes one of ISTAT's tables as the bare body, `?name=…` beside it, and answers what it changed. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return refused(401, new Refusal('signedOut'))
  if (!isSameOrigin(request.headers) || !can(actor, 'chamber.write')) return refused(403, new Refusal('forbidden'))
  const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) ?? ''
  try {
    return Response.json(await loadAteco(actor, { name, bytes: await bytesOf(request.body) }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(400, error)
  }
}

async function bytesOf(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    if (length > MOST_BYTES) throw new Refusal('atecoTooLarge')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function refused(status: number, { key, values }: Refusal) {
  const t = await getTranslations('refusals')
  return Response.json({ message: t(key as Parameters<typeof t>[0], values) }, { status })
}

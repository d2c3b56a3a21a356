import { getTranslations } from 'next-intl/server'
import { loadBoundaries } from '@/lib/boundaries/mutations'
import { boundariesInput, MOST_MEGABYTES } from '@/lib/boundaries/schema'
import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { isSameOrigin } from '@/lib/register/origin'
import { currentActor } from '@/lib/session'

export const dynamic = 'force-dynamic'

/** Takes a file of boundaries as the bare body, `?credit=…` beside it. Permission comes before the first byte is read. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return refused(401, 'signedOut')
  if (!isSameOrigin(request.headers) || !can(actor, 'chamber.write')) return refused(403, 'forbidden')
  const input = boundariesInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return refused(400, 'invalid')
  try {
    return Response.json(await loadBoundaries(actor, input.data, await textOf(request)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error.key === 'boundariesLarge' ? 413 : 400, error.key)
  }
}

/** The body, never more of it in memory than is taken. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const piece of request.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_MEGABYTES * 2 ** 20) throw new Refusal('boundariesLarge')
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

async function refused(status: number, key: string) {
  const t = await getTranslations('refusals')
  return Response.json({ message: t(key as Parameters<typeof t>[0], { megabytes: MOST_MEGABYTES }) }, { status })
}

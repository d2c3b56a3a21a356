import { getTranslations } from 'next-intl/server'
import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { isSameOrigin } from '@/lib/register/origin'
import { receiveRegister } from '@/lib/register/receive'
import { uploadInput } from '@/lib/register/schema'
import { currentActor } from '@/lib/session'

export const dynamic = 'force-dynamic'

/**
 * Takes a register file as the bare body, `?id=…&name=…` beside it, and answers 202 once it is here; the import goes
 * on after the answer. Permission comes before the first byte is read.
 */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return refused(401, 'signedOut')
  if (!isSameOrigin(request.headers) || !can(actor, 'register.import')) return refused(403, 'forbidden')
  const input = uploadInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!input.success) return refused(400, 'registerUpload')
  try {
    const { id } = await receiveRegister(actor, input.data, request.body)
    return Response.json({ id }, { status: 202 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error.key === 'registerBusy' ? 409 : 400, error.key)
  }
}

async function refused(status: number, key: 'signedOut' | 'forbidden' | string) {
  const t = await getTranslations('refusals')
  return Response.json({ message: t(key as Parameters<typeof t>[0]) }, { status })
}

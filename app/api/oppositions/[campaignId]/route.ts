import { getTranslations } from 'next-intl/server'
import { exportNumbers, importAnswers } from '@/lib/oppositions/mutations'
import { answerRef, MOST_BYTES } from '@/lib/oppositions/schema'
import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { isSameOrigin } from '@/lib/register/origin'
import { currentActor } from '@/lib/session'
import { dayOf } from '@/lib/today/rules'

type Context = RouteContext<'/api/oppositions/[campaignId]'>

/** The numbers to be checked with the register of oppositions, one a line. */
export async function GET(_: Request, { params }: Context) {
  const actor = await currentActor()
  if (!actor || !can(actor, 'campaigns.write')) return new Response(null, { status: actor ? 403 : 401 })
  const { campaignId } = await params
  return answered(async () => {
    const text = await exportNumbers(actor, campaignId)
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="rpo-${dayOf(new Date())}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  })
}

/** Takes the register's answer as the bare body, `?on=YYYY-MM-DD` beside it: the day of the check. */
export async function POST(request: Request, { params }: Context) {
  const actor = await currentActor()
  if (!actor) return refused(401, 'signedOut')
  if (!isSameOrigin(request.headers) || !can(actor, 'campaigns.write')) return refused(403, 'forbidden')
  const on = new URL(request.url).searchParams.get('on') ?? undefined
  const input = answerRef.safeParse({ ...(await params), on })
  if (!input.success) return refused(400, 'invalid')
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES)
    return refused(413, 'oppositionLong')
  return answered(async () => Response.json(await importAnswers(actor, input.data, await request.text())))
}

async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error.key === 'notFound' ? 404 : 400, error.key)
  }
}

async function refused(status: number, key: string) {
  const t = await getTranslations('refusals')
  return Response.json({ message: t(key as Parameters<typeof t>[0]) }, { status })
}

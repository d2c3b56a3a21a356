import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { importProgress } from '@/lib/register/queries'
import { currentActor } from '@/lib/session'

/** How far an import is, for the page that shows it. */
export async function GET(_: Request, { params }: RouteContext<'/api/register/[importId]'>) {
  const actor = await currentActor()
  if (!actor || !can(actor, 'register.import')) return new Response(null, { status: actor ? 403 : 401 })
  const { importId } = await params
  try {
    return Response.json(await importProgress(importId), { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 })
    throw error
  }
}

import { can } from '@/lib/permissions'
import { remindersDue } from '@/lib/reminders/queries'
import { currentActor } from '@/lib/session'

export const dynamic = 'force-dynamic'

/** What falls due for the person, for the bell: asked after the page is there, once a minute while it is seen. */
export async function GET() {
  const headers = { 'Cache-Control': 'no-store' }
  const actor = await currentActor()
  if (!actor || !can(actor, 'visits.record')) return new Response(null, { status: actor ? 403 : 401, headers })
  return Response.json(await remindersDue(), { headers })
}

import { visitDiary } from '@/lib/diary/queries'
import { diaryQuery } from '@/lib/diary/schema'
import { can } from '@/lib/permissions'
import { currentActor } from '@/lib/session'

export const dynamic = 'force-dynamic'

/** A promoter's week for the box in which an appointment is agreed or moved: asked when that box opens, not with the page. */
export async function GET(request: Request) {
  const headers = { 'Cache-Control': 'no-store' }
  const actor = await currentActor()
  if (!actor || !can(actor, 'visits.record')) return new Response(null, { status: actor ? 403 : 401, headers })
  const query = diaryQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return new Response(null, { status: 400, headers })
  const diary = await visitDiary(query.data)
  return diary ? Response.json(diary, { headers }) : new Response(null, { status: 404, headers })
}

import 'server-only'
import { recordActivity } from '@/lib/activity'
import type { Tx } from '@/lib/db'
import { enterBatch } from '@/lib/frames/mutations'
import { REACHABLE } from '@/lib/leases/rules'
import type { Actor } from '@/lib/permissions'

type Of = { campaignId: string; stratum: string | null }

/** The next reserve of the same stratum that can be reached enters the list. Answers its id, null where there was none. */
export async function callReserve(tx: Tx, actor: Actor, of: Of): Promise<string | null> {
  const called = await takeReserve(tx, of)
  if (!called) return null
  const changes = { state: ['reserve', 'to_call'] }
  await recordActivity(tx, actor, { verb: 'assignment.calledIn', subjectId: called.id, firmId: called.firmId, changes })
  return called.id
}

/**
 * Of a large draw the reserves come onto the list last, while its first firms are already called: where the stratum's
 * are on their way they are brought in now, for nobody would call one in later.
 */
async function takeReserve(tx: Tx, of: Of): Promise<{ id: string; firmId: string } | null> {
  // Asked before the list is looked at: what came onto it in between is found there.
  const waiting = of.stratum ?? ''
  const waits = await reservesWait(tx, of.campaignId, waiting)
  const [called] = await tx.$queryRaw<{ id: string; firmId: string }[]>`
    update assignment set state = 'to_call', version = version + 1, updated_at = ${new Date()}
    where id = (
      select a.id from assignment a join firm f on f.id = a.firm_id
      where a.campaign_id = ${of.campaignId}::uuid and a.state = 'reserve' and a.stratum is not distinct from ${of.stratum}
        and ${REACHABLE}
      order by a.draw_order, a.id limit 1 for update of a skip locked)
    returning id, firm_id "firmId"`
  if (called || !waits) return called ?? null
  await enterBatch(tx, of.campaignId, waiting)
  return takeReserve(tx, of)
}

async function reservesWait(tx: Tx, campaignId: string, stratum: string): Promise<boolean> {
  const where = { campaignId, state: 'reserve' as const, strata: { has: stratum } }
  return (await tx.campaignBatch.findFirst({ where, select: { campaignId: true } })) !== null
}

/** A reserve called in by mistake goes back, unless somebody has already dealt with it. */
export async function returnReserve(tx: Tx, actor: Actor, id: string): Promise<void> {
  const untouched = { id, state: 'to_call' as const, attempts: 0, notBefore: null }
  const free = { OR: [{ leaseUserId: null }, { leaseUntil: { lte: new Date() } }] }
  const { count } = await tx.assignment.updateMany({
    where: { ...untouched, ...free },
    data: { state: 'reserve', leaseUserId: null, leaseUntil: null, version: { increment: 1 } },
  })
  if (!count) return
  const { firmId } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { firmId: true } })
  const changes = { state: ['to_call', 'reserve'] }
  await recordActivity(tx, actor, { verb: 'assignment.returned', subjectId: id, firmId, changes })
}

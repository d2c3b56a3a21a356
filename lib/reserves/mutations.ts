import 'server-only'
import { recordActivity } from '@/lib/activity'
import type { Tx } from '@/lib/db'
import { enterBatch } from '@/lib/frames/mutations'
import { givable, REACHABLE } from '@/lib/leases/rules'
import { awaitsCheck } from '@/lib/oppositions/rules'
import type { Actor } from '@/lib/permissions'
import { Prisma } from '@/prisma/client/client'

type Of = { campaignId: string; stratum: string | null }
type Reserve = { id: string; firmId: string }

/**
 * The next reserve of the same stratum that may be telephoned enters the list; where none may yet, the next one whose
 * number awaits its check, or the firm it stands for would never be replaced. Answers its id, null where there was none.
 */
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
async function takeReserve(tx: Tx, of: Of): Promise<Reserve | null> {
  // Asked before the list is looked at: what came onto it in between is found there.
  const waiting = of.stratum ?? ''
  const waits = await reservesWait(tx, of.campaignId, waiting)
  const now = new Date()
  const called = await takeFirst(tx, of, givable(of.campaignId, now))
  if (called) return called
  if (!waits) return takeFirst(tx, of, Prisma.sql`${REACHABLE} and ${awaitsCheck(now)}`)
  await enterBatch(tx, of.campaignId, waiting)
  return takeReserve(tx, of)
}

async function takeFirst(tx: Tx, { campaignId, stratum }: Of, which: Prisma.Sql): Promise<Reserve | null> {
  const [called] = await tx.$queryRaw<Reserve[]>`
    update assignment set state = 'to_call', version = version + 1, updated_at = ${new Date()}
    where id = (
      select a.id from assignment a join firm f on f.id = a.firm_id
      where a.campaign_id = ${campaignId}::uuid and a.state = 'reserve' and a.stratum is not distinct from ${stratum}
        and ${which}
      order by a.draw_order, a.id limit 1 for update of a skip locked)
    returning id, firm_id "firmId"`
  return called ?? null
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

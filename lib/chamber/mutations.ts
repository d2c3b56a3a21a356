import 'server-only'
import { crc32 } from 'node:zlib'
import { lastHand, recordActivity } from '@/lib/activity'
import { type ChamberSettings, feastText, hoursText } from '@/lib/chamber/rules'
import { CHAMBER, type ChamberChange, settingsFrom } from '@/lib/chamber/schema'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict } from '@/lib/refusal'

/** The Chamber's settings, for a verb inside its transaction or a job: no gate. What was never set is as it starts. */
export async function chamberIn(tx: Pick<Tx, 'setting'>): Promise<ChamberSettings> {
  const row = await tx.setting.findUnique({ where: { key: CHAMBER }, select: { value: true } })
  return settingsFrom(row?.value)
}

/** A checksum of what may be changed: settings have no counter. */
export function versionOf(settings: ChamberSettings): number {
  return crc32(JSON.stringify(told(settings)))
}

/**
 * Changes the Chamber's name, working week, local holiday and what else holds for all. Sent again, or without a change,
 * changes nothing. Throws `Conflict` where somebody saved meanwhile.
 */
export async function changeChamber(actor: Actor, { version, ...after }: ChamberChange): Promise<void> {
  permit(actor, 'chamber.write')
  await db.$transaction(async (tx) => {
    await tx.setting.createMany({ data: [{ key: CHAMBER, value: {} }], skipDuplicates: true })
    await tx.$queryRaw`select 1 from setting where key = ${CHAMBER} for update`
    const before = await chamberIn(tx)
    const changes = changesOf(before, after)
    if (Object.keys(changes).length === 0) return
    if (versionOf(before) !== version) {
      const theirs = Object.entries(changesOf(after, before))
      const differences = theirs.map(([field, [, is]]) => ({ field, theirs: String(is) }))
      throw new Conflict(versionOf(before), differences, await lastHand(tx, actor, { verb: 'chamber.changed' }))
    }
    // What other versions of the product keep there stays.
    await tx.$executeRaw`
      update setting set value = value || ${JSON.stringify(after)}::jsonb, updated_at = now() where key = ${CHAMBER}`
    await recordActivity(tx, actor, { verb: 'chamber.changed', changes })
  })
}

/** As the activity log and a conflict tell them. */
function told({ week, patron, ...rest }: ChamberSettings) {
  const days = week.map((hours, i) => [`day${i}`, hoursText(hours)] as const)
  return { ...rest, patron: feastText(patron), ...Object.fromEntries<string>(days) }
}

/** Texts, numbers and switches by field, as the log keeps them: `{ field: [before, after] }`. */
function changesOf(before: ChamberSettings, after: ChamberSettings) {
  const is: Record<string, string | number | boolean> = told(after)
  const pairs = Object.entries(told(before)).map(([field, was]) => [field, [was, is[field] ?? '']] as const)
  return Object.fromEntries(pairs.filter(([, [one, other]]) => one !== other))
}

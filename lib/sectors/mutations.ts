import 'server-only'
import { crc32 } from 'node:zlib'
import { lastHand, recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { type Sorted, sortFirms } from '@/lib/register/sort'
import { takeTurnWithin } from '@/lib/register/turn'
import { checkSectors, prefixesOf, prefixesText } from '@/lib/sectors/rules'
import type { SectorList } from '@/lib/sectors/schema'

/** Half a million firms are looked through. */
export const PATIENT = { timeout: 60_000, maxWait: 10_000 }

/**
 * Changes the whole list and moves every firm whose sector is another by it, in the same transaction or, where they are
 * many, by a job that it queues (`later`); calls and visits keep the sector of their day. The same list again changes nothing. Throws `Conflict` where another admin saved meanwhile,
 * and refuses a list that is none (`checkSectors`) and while the register is being imported (`registerBusy`).
 */
export async function changeSectors(actor: Actor, list: SectorList): Promise<Sorted> {
  permit(actor, 'chamber.write')
  checkSectors(list)
  return await db.$transaction(async (tx) => {
    await takeTurnWithin(tx)
    const before = await sectorsIn(tx)
    const changes = changesOf(before, list)
    if (Object.keys(changes).length === 0) return { moved: 0, later: false }
    if (versionOf(before) !== list.version) {
      const theirs = Object.entries(changesOf(list, before)).map(([field, [, is]]) => ({ field, theirs: is ?? null }))
      throw new Conflict(versionOf(before), theirs, await lastHand(tx, actor, { verb: 'sectors.changed' }))
    }
    // No sector goes away: last year's calls and visits name it.
    const lost = before.sectors.find(({ id }) => !list.sectors.some((kept) => kept.id === id))
    if (lost) throw new Refusal('sectorLost', { name: lost.nameIt })
    await writeList(tx, list)
    const sorted = await sortFirms(tx)
    await recordActivity(tx, actor, { verb: 'sectors.changed', changes: { ...changes, moved: sorted.moved } })
    return sorted
  }, PATIENT)
}

/** The list as it is stored, in its order; no gate. */
export async function sectorsIn(tx: Pick<Tx, 'sector'>): Promise<Omit<SectorList, 'version'>> {
  const rows = await tx.sector.findMany({
    select: { id: true, nameIt: true, nameEn: true, retired: true, prefixes: { select: { prefix: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const rest = rows.find(({ prefixes }) => prefixes.some(({ prefix }) => prefix === ''))
  const sectors = rows.map(({ prefixes, ...row }) => {
    const own = prefixes.map(({ prefix }) => prefix).filter(Boolean)
    return { ...row, prefixes: own.sort() }
  })
  return { restId: rest?.id ?? '', sectors }
}

/** A checksum of the whole list, which has no counter. */
export function versionOf({ restId, sectors }: Omit<SectorList, 'version'>): number {
  const rows = sectors.map(({ id, nameIt, nameEn, retired, prefixes }) => [id, nameIt, nameEn, retired, prefixes])
  return crc32(JSON.stringify([restId, rows]))
}

async function writeList(tx: Tx, { sectors, ...list }: SectorList) {
  const known = new Set((await tx.sector.findMany({ select: { id: true } })).map(({ id }) => id))
  for (const [i, { id, prefixes: _, ...names }] of sectors.entries()) {
    const data = { ...names, position: i + 1 }
    if (known.has(id)) await tx.sector.update({ where: { id }, data })
    else await tx.sector.create({ data: { ...data, id, code: id } })
  }
  await tx.sectorPrefix.deleteMany()
  await tx.sectorPrefix.createMany({ data: prefixesOf({ ...list, sectors }) })
}

type Told = Omit<SectorList, 'version'>

/** By the sector's name: how it was and how it is, as the activity log and a conflict tell it. */
function changesOf(before: Told, after: Told): Record<string, (string | null)[]> {
  const [was, is] = [told(before), told(after)]
  const ids = [...new Set([...is.keys(), ...was.keys()])]
  const pairs = ids.map((id) => [was.get(id), is.get(id)] as const).filter(([one, other]) => one?.text !== other?.text)
  return Object.fromEntries(
    pairs.map(([one, other]) => [(other ?? one)?.name ?? '', [one?.text ?? null, other?.text ?? null]]),
  )
}

function told({ sectors, restId }: Told) {
  return new Map(
    sectors.map(({ id, nameIt, nameEn, retired, prefixes }, i) => {
      const catches = [prefixesText(prefixes), id === restId ? '*' : ''].filter(Boolean).join(', ') || '–'
      return [id, { name: nameIt, text: `${i + 1}. ${nameIt} / ${nameEn}: ${retired ? `(${catches})` : catches}` }]
    }),
  )
}

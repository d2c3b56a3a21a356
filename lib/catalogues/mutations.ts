import 'server-only'
import { crc32 } from 'node:zlib'
import { lastHand, recordActivity } from '@/lib/activity'
import { checkOffices, checkRows } from '@/lib/catalogues/rules'
import type { NeedTypeList, OfficeList, ServiceList } from '@/lib/catalogues/schema'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'

const ORDER = { orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }] }
const NAMES = { id: true, nameIt: true, nameEn: true, retired: true } as const

/** The lists as they are stored, in their order; no gate. */
export const officesIn = (tx: Tx) => tx.office.findMany({ select: { ...NAMES, answerDays: true }, ...ORDER })
export const servicesIn = (tx: Tx) => {
  const select = { ...NAMES, descriptionIt: true, descriptionEn: true, officeId: true }
  return tx.service.findMany({ select, ...ORDER })
}
export async function needTypesIn(tx: Tx) {
  const services = { select: { serviceId: true }, orderBy: { service: { position: 'asc' } } } as const
  const rows = await tx.needType.findMany({ select: { ...NAMES, shortIt: true, shortEn: true, services }, ...ORDER })
  return rows.map(({ services: answers, ...row }) => ({
    ...row,
    serviceIds: answers.map(({ serviceId }) => serviceId),
  }))
}

/**
 * Changes the offices, their order, the days within which they answer. Each of these three verbs saves a whole list; the
 * same again changes nothing. Throws `Conflict` where another admin saved meanwhile; refuses an empty list, two rows of one
 * name, a row left out, and a retired office whose services are still offered.
 */
export async function changeOffices(actor: Actor, list: OfficeList): Promise<void> {
  permit(actor, 'chamber.write')
  await changeList(actor, 'offices', list, officesIn, async (tx) => {
    checkOffices(list.rows, await servicesIn(tx))
    for (const [i, { id, ...row }] of list.rows.entries()) {
      const data = { ...row, position: i + 1 }
      await tx.office.upsert({ where: { id }, update: data, create: { ...data, id, code: id } })
    }
  })
}

/** Changes what the Chamber offers, and which office answers for it. As `changeOffices`. */
export async function changeServices(actor: Actor, list: ServiceList): Promise<void> {
  permit(actor, 'chamber.write')
  await changeList(actor, 'services', list, servicesIn, async (tx) => {
    checkOffices(await officesIn(tx), list.rows)
    for (const [i, { id, ...row }] of list.rows.entries()) {
      const data = { ...row, position: i + 1 }
      await tx.service.upsert({ where: { id }, update: data, create: { ...data, id, code: id } })
    }
  })
}

/** Changes what firms may ask for, and which services answer it. As `changeOffices`. */
export async function changeNeedTypes(actor: Actor, list: NeedTypeList): Promise<void> {
  permit(actor, 'chamber.write')
  await changeList(actor, 'needTypes', list, needTypesIn, async (tx) => {
    const known = new Set((await servicesIn(tx)).map(({ id }) => id))
    if (list.rows.some(({ serviceIds }) => serviceIds.some((id) => !known.has(id)))) throw new Refusal('notFound')
    for (const [i, { id, serviceIds: _, ...row }] of list.rows.entries()) {
      const data = { ...row, position: i + 1 }
      await tx.needType.upsert({ where: { id }, update: data, create: { ...data, id, code: id } })
    }
    await tx.needTypeService.deleteMany()
    const answers = list.rows.flatMap(({ id, serviceIds }) =>
      serviceIds.map((serviceId) => ({ needTypeId: id, serviceId })),
    )
    await tx.needTypeService.createMany({ data: answers, skipDuplicates: true })
  })
}

/** A checksum of a list, which has no counter. */
export function versionOf(rows: Row[]): number {
  return crc32(JSON.stringify(rows.map(told)))
}

type Row = { id: string; nameIt: string; nameEn: string; retired: boolean }

/** Any number, as long as nothing else locks on it: admins save one after the other. */
const CATALOGUES = 5_909_060

async function changeList<R extends Row>(
  actor: Actor,
  noun: 'offices' | 'services' | 'needTypes',
  list: { version: number; rows: R[] },
  read: (tx: Tx) => Promise<R[]>,
  write: (tx: Tx) => Promise<void>,
) {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${CATALOGUES}::bigint)`
    const before = await read(tx)
    const changes = changesOf(before, list.rows)
    if (Object.keys(changes).length === 0) return
    const version = versionOf(before)
    if (version !== list.version) {
      const theirs = Object.entries(changesOf(list.rows, before)).map(([field, [, is]]) => ({
        field,
        theirs: is ?? null,
      }))
      throw new Conflict(version, theirs, await lastHand(tx, actor, { verb: `${noun}.changed` }))
    }
    checkRows(before, list.rows)
    await write(tx)
    await recordActivity(tx, actor, { verb: `${noun}.changed`, changes })
  })
}

/** By the row's name: how it was and how it is. */
function changesOf(before: Row[], after: Row[]): Record<string, (string | null)[]> {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row, i) => [row.id, `${i + 1}. ${told(row)}`])))
  const rows = [...new Map([...before, ...after].map((row) => [row.id, row])).values()]
  const pairs = rows.map(({ id, nameIt }) => [nameIt, [was?.get(id) ?? null, is?.get(id) ?? null]] as const)
  return Object.fromEntries(pairs.filter(([, [one, other]]) => one !== other).map(([name, pair]) => [name, [...pair]]))
}

/** Every value of a row but its id, in the order of their names. */
function told({ id: _, ...row }: Row): string {
  const values = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))
  return values
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.toSorted().join(' ') : value}`)
    .join('; ')
}

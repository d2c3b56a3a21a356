import 'server-only'
import { beginOf, idsIn } from '@/lib/activity-log/rules'
import type { ActivityFilter } from '@/lib/activity-log/schema'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import type { Prisma } from '@/prisma/client/client'

const PAGE = 25

/**
 * Deeds of the whole Chamber, newest first, 25 at a time. `next` is the place to go on from; `names` says who or what
 * the ids in them are, where that is neither a person of a firm nor gone.
 */
export async function activityPage(filter: ActivityFilter, locale: string, now = new Date()) {
  await gate('activity.read')
  const rows = await db.activity.findMany({
    where: whereOf(filter, now),
    select: {
      id: true,
      at: true,
      verb: true,
      subjectId: true,
      changes: true,
      user: { select: { name: true } },
      firm: { select: { id: true, name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const deeds = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? deeds.at(-1) : undefined
  const ids = deeds.flatMap(({ subjectId, changes }) => [subjectId ?? [], idsIn(changes)].flat())
  return {
    deeds,
    names: await namesOf([...new Set(ids)], locale),
    next: last ? `${last.at.getTime()}.${last.id}` : null,
  }
}

/** Everybody who may have done something, for the filter. */
export async function activityPeople() {
  await gate('activity.read')
  return await db.user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

function whereOf(filter: ActivityFilter, now: Date): Prisma.ActivityWhereInput {
  const { person, verb, period, after } = filter
  return {
    AND: [
      person.length > 0 ? { userId: { in: person } } : {},
      verb.length > 0 ? { verb: { in: verb } } : {},
      period ? { at: { gte: beginOf(period, now) } } : {},
      after ? olderThan(after) : {},
    ],
  }
}

function olderThan(place: string): Prisma.ActivityWhereInput {
  const [moment, id = ''] = place.split('.')
  const at = new Date(Number(moment))
  // The first condition says no more than the second; it lets PostgreSQL begin there instead of at the newest row.
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
}

async function namesOf(ids: string[], locale: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string; nameEn: string | null }[]>`
    with wanted as (select unnest(${ids}::uuid[]) as id)
    select id, name, null as "nameEn" from app_user join wanted using (id)
    union all select id, name, null from campaign join wanted using (id)
    union all select id, file_name, null from register_import join wanted using (id)
    union all select id, name_it, name_en from office join wanted using (id)
    union all select id, name_it, name_en from service join wanted using (id)
    union all select id, name_it, name_en from sector join wanted using (id)
    union all select id, name_it, name_en from need_type join wanted using (id)`
  return new Map(rows.map(({ id, name, nameEn }) => [id, (locale === 'en' && nameEn) || name]))
}

import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'
import { versionOf } from '@/lib/users/user-changes'

const shown = { id: true, name: true, email: true, role: true, officeId: true, active: true } as const
const office = { select: { nameIt: true, nameEn: true } } as const

/** Everybody of the Chamber, those who may sign in first. `lastSeen` is their last deed, signing in included. */
export async function userList() {
  await gate('users.write')
  const [users, seen] = await Promise.all([
    db.user.findMany({ select: { ...shown, office }, orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }] }),
    db.$queryRaw<{ id: string; at: Date }[]>`
      select u.id, last.at from app_user u
      cross join lateral (select at from activity where user_id = u.id order by at desc limit 1) last`,
  ])
  const seenAt = new Map(seen.map(({ id, at }) => [id, at]))
  return users.map((user) => ({ ...user, lastSeen: seenAt.get(user.id) ?? null }))
}

/** One user as the admin's form shows them. Null where there is no such user. */
export async function userToEdit(id: string) {
  await gate('users.write')
  if (!z.uuid().safeParse(id).success) return null
  const user = await db.user.findUnique({ where: { id }, select: shown })
  return user && { ...user, version: versionOf(user) }
}

/** Offices a user may belong to. */
export async function officeChoices() {
  await gate('users.write')
  return await db.office.findMany({
    where: { retired: false },
    select: { id: true, nameIt: true, nameEn: true },
    orderBy: { position: 'asc' },
  })
}

/** The signed-in person, with the name of their office. */
export async function ownAccount() {
  const { id } = await gate()
  return await db.user.findUniqueOrThrow({ where: { id }, select: { name: true, email: true, role: true, office } })
}

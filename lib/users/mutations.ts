import 'server-only'
import { recordActivity } from '@/lib/activity'
import { letGo } from '@/lib/assignments/mutations'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { hashPassword } from '@/lib/users/password'
import { normalEmail } from '@/lib/users/rules'
import type { NewUser, UserChange } from '@/lib/users/schema'
import { changesOf, endsSessions, refuseStale } from '@/lib/users/user-changes'

/** `null` is the operator at the machine's own command line, who needs no permission of the Chamber. */
export type UserAdmin = Actor | null

function permitUserAdmin(actor: UserAdmin) {
  if (actor) permit(actor, 'users.write')
}

/** Adds somebody who may sign in. The same id again changes nothing. Refuses an e-mail address already in use. */
export async function addUser(actor: UserAdmin, input: NewUser): Promise<{ id: string }> {
  permitUserAdmin(actor)
  const { id, name, role, officeId = null } = input
  const email = normalEmail(input.email)
  const passwordHash = await hashPassword(input.password)
  return await db.$transaction(async (tx) => {
    const holder = await tx.user.findFirst({ where: { OR: [{ id }, { email }] }, select: { id: true } })
    if (holder?.id === id) return { id }
    if (holder) throw new Refusal('emailTaken', { email })
    // Of two who add the same address at the same moment, the second waits here and is then refused.
    const data = [{ id, email, name, role, officeId, passwordHash }]
    const { count } = await tx.user.createMany({ data, skipDuplicates: true })
    if (count === 0) throw new Refusal('emailTaken', { email })
    const changes = changesOf({}, { name, role, officeId })
    await recordActivity(tx, actor, { verb: 'user.added', subjectId: id, changes })
    return { id }
  })
}

/**
 * Changes name, role, office or whether the person may sign in. A new role or office, or being switched off, ends their
 * sessions, and the firm they have on the telephone goes back. Refuses to leave the Chamber without an active admin, and to switch oneself off.
 */
export async function changeUser(actor: UserAdmin, input: UserChange): Promise<void> {
  permitUserAdmin(actor)
  const { id, name, role, active, officeId = null } = input
  await db.$transaction(async (tx) => {
    await lockAdmins(tx)
    const user = await findUser(tx, id)
    const after = { name, role, officeId, active }
    const changes = changesOf(user, after)
    if (Object.keys(changes).length === 0) return
    await refuseStale(tx, user, { ...after, version: input.version }, actor?.locale ?? 'it')
    if (!active && actor?.id === id) throw new Refusal('notYourself')
    if (user.role === 'admin' && user.active && !(role === 'admin' && active)) await refuseLastAdmin(tx, id)
    const sessionEpoch = endsSessions(changes) ? { increment: 1 } : undefined
    await tx.user.update({ where: { id }, data: { ...after, sessionEpoch } })
    if (sessionEpoch) await letGo(tx, actor, { leaseUserId: id })
    await recordActivity(tx, actor, { verb: 'user.changed', subjectId: id, changes })
  })
}

/** Gives somebody a new password, which ends their sessions. */
export async function resetPassword(actor: UserAdmin, input: { id: string; password: string }): Promise<void> {
  permitUserAdmin(actor)
  const passwordHash = await hashPassword(input.password)
  await db.$transaction(async (tx) => {
    await findUser(tx, input.id)
    await tx.user.update({ where: { id: input.id }, data: { passwordHash, sessionEpoch: { increment: 1 } } })
    await letGo(tx, actor, { leaseUserId: input.id })
    await recordActivity(tx, actor, { verb: 'user.password_reset', subjectId: input.id })
  })
}

/** Ends every session of somebody, in all browsers. */
export async function signOutEverywhere(actor: UserAdmin, input: { id: string }): Promise<void> {
  permitUserAdmin(actor)
  await db.$transaction(async (tx) => {
    await findUser(tx, input.id)
    await tx.user.update({ where: { id: input.id }, data: { sessionEpoch: { increment: 1 } } })
    await letGo(tx, actor, { leaseUserId: input.id })
    await recordActivity(tx, actor, { verb: 'user.signed_out_everywhere', subjectId: input.id })
  })
}

async function findUser(tx: Tx, id: string) {
  const user = await tx.user.findUnique({ where: { id } })
  if (!user) throw new Refusal('notFound')
  return user
}

/** Two admins who demote each other at the same moment take turns here: the second then finds a last admin. */
const lockAdmins = (tx: Tx) => tx.$queryRaw`select id from app_user where role = 'admin' order by id for update`

async function refuseLastAdmin(tx: Tx, id: string) {
  const others = await tx.user.count({ where: { role: 'admin', active: true, id: { not: id } } })
  if (others === 0) throw new Refusal('lastAdmin')
}

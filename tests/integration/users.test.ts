import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { Conflict } from '@/lib/refusal'
import { actAs } from '@/lib/session'
import { addUser, changeUser, resetPassword, signOutEverywhere } from '@/lib/users/mutations'
import { changeOwnPassword } from '@/lib/users/own-account'
import { hashPassword, verifyPassword } from '@/lib/users/password'
import { officeChoices, ownAccount, userList, userToEdit } from '@/lib/users/queries'
import type { UserChange } from '@/lib/users/schema'
import { officeId } from '@/prisma/catalogues/seed'
import { person } from '@/tests/support/people'

const PASSWORD = 'cavallo batteria graffetta'
let admin: Actor

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'only-for-this-test-only-for-this-test'
})
beforeEach(async () => {
  await db.user.updateMany({ data: { active: false } })
  await db.signInThrottle.deleteMany()
  admin = await person('admin', { name: 'Marco Rossetti' })
})

/** What the form of an admin who has just opened it would send. */
async function formOf(id: string): Promise<UserChange> {
  const user = await actAs(admin, () => userToEdit(id))
  if (!user) throw new Error('no such user')
  return { ...user, officeId: user.officeId ?? undefined }
}
const stored = (id: string) => db.user.findUniqueOrThrow({ where: { id } })
const deedsTo = (subjectId: string) => db.activity.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })
const newcomer = (email = `anna.${uuidv7()}@example.test`) => {
  return { id: uuidv7(), email, name: 'Anna Bruni', role: 'promoter' as const, officeId: undefined, password: PASSWORD }
}

describe('adding a user', () => {
  test('keeps a hash of the password and writes the deed, once however often it is sent', async () => {
    const anna = newcomer()
    expect(await addUser(admin, anna)).toEqual({ id: anna.id })
    expect(await addUser(admin, { ...anna, name: 'Another name' })).toEqual({ id: anna.id })
    const row = await stored(anna.id)
    expect(row).toMatchObject({ name: 'Anna Bruni', role: 'promoter', active: true })
    expect(await verifyPassword(row.passwordHash, PASSWORD)).toBe(true)
    expect(await deedsTo(anna.id)).toMatchObject([
      { verb: 'user.added', userId: admin.id, changes: { name: [null, 'Anna Bruni'], role: [null, 'promoter'] } },
    ])
  })
  test('is refused for an e-mail address somebody has, however it is written', async () => {
    const anna = newcomer()
    await addUser(admin, anna)
    await expect(addUser(admin, newcomer(anna.email.toUpperCase()))).rejects.toMatchObject({ key: 'emailTaken' })
  })
  test('at the same moment as another with the same address: one of the two is refused', async () => {
    const email = 'same.moment@example.test'
    const answers = await Promise.allSettled([addUser(admin, newcomer(email)), addUser(admin, newcomer(email))])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('works for the operator at the command line, where nobody is signed in', async () => {
    const anna = newcomer()
    await addUser(null, anna)
    expect(await deedsTo(anna.id)).toMatchObject([{ verb: 'user.added', userId: null }])
  })
  test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
    await expect(addUser(await person(role), newcomer())).rejects.toThrow(Forbidden)
  })
})

describe('changing a user', () => {
  test('a new role ends their sessions and is written down with before and after', async () => {
    const anna = await person('promoter')
    const form = await formOf(anna.id)
    await changeUser(admin, { ...form, role: 'office', officeId: officeId('credit') })
    expect(await stored(anna.id)).toMatchObject({ role: 'office', officeId: officeId('credit'), sessionEpoch: 1 })
    expect(await deedsTo(anna.id)).toMatchObject([
      { verb: 'user.changed', changes: { role: ['promoter', 'office'], officeId: [null, officeId('credit')] } },
    ])
  })
  test('a new name leaves them signed in', async () => {
    const anna = await person('promoter')
    await changeUser(admin, { ...(await formOf(anna.id)), name: 'Anna Bruni Conti' })
    expect(await stored(anna.id)).toMatchObject({ name: 'Anna Bruni Conti', sessionEpoch: 0 })
  })
  test('sent again, or with nothing changed, changes nothing', async () => {
    const anna = await person('promoter')
    const change = { ...(await formOf(anna.id)), role: 'manager' as const }
    await changeUser(admin, change)
    await changeUser(admin, change)
    expect(await stored(anna.id)).toMatchObject({ sessionEpoch: 1 })
    expect(await deedsTo(anna.id)).toHaveLength(1)
  })
  test('somebody else changed meanwhile says who and what, and may be sent again', async () => {
    const anna = await person('promoter', { name: 'Anna' })
    const form = await formOf(anna.id)
    await changeUser(admin, { ...form, role: 'manager' })
    const second = { ...form, name: 'Anna Bruni' }
    const conflict = await changeUser(await person('admin'), second).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({
      values: { name: 'Marco Rossetti' },
      differences: [
        { field: 'name', theirs: 'Anna' },
        { field: 'role', theirs: 'manager' },
      ],
    })
    await changeUser(admin, { ...second, version: (conflict as Conflict).version })
    expect(await stored(anna.id)).toMatchObject({ name: 'Anna Bruni', role: 'promoter' })
  })
  test('is no conflict where the person only chose another language', async () => {
    const anna = await person('promoter')
    const form = await formOf(anna.id)
    await db.user.update({ where: { id: anna.id }, data: { locale: 'en' } })
    await changeUser(admin, { ...form, name: 'Anna B.' })
    expect(await stored(anna.id)).toMatchObject({ name: 'Anna B.' })
  })
  test('refuses to take away the last active admin', async () => {
    const form = await formOf(admin.id)
    await expect(changeUser(admin, { ...form, role: 'manager' })).rejects.toMatchObject({ key: 'lastAdmin' })
    await expect(changeUser(null, { ...form, active: false })).rejects.toMatchObject({ key: 'lastAdmin' })
    expect(await stored(admin.id)).toMatchObject({ role: 'admin', active: true, sessionEpoch: 0 })
  })
  test('refuses to let an admin switch themself off, even where there is another', async () => {
    await person('admin')
    const form = await formOf(admin.id)
    await expect(changeUser(admin, { ...form, active: false })).rejects.toMatchObject({ key: 'notYourself' })
  })
  test('of two admins who demote each other at the same moment one stays', async () => {
    const other = await person('admin')
    const [mine, theirs] = [await formOf(admin.id), await formOf(other.id)]
    await Promise.allSettled([
      changeUser(admin, { ...theirs, role: 'manager' }),
      changeUser(other, { ...mine, role: 'manager' }),
    ])
    expect(await db.user.count({ where: { role: 'admin', active: true } })).toBe(1)
  })
  test('is refused where there is no such user', async () => {
    const form = { ...(await formOf(admin.id)), id: uuidv7() }
    await expect(changeUser(admin, form)).rejects.toMatchObject({ key: 'notFound' })
  })
  test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
    const form = await formOf(admin.id)
    await expect(changeUser(await person(role), form)).rejects.toThrow(Forbidden)
  })
})

describe('helping somebody in or out', () => {
  test('a new password replaces the old one and ends their sessions', async () => {
    const anna = await person('promoter', { passwordHash: await hashPassword('la vecchia password') })
    await resetPassword(admin, { id: anna.id, password: PASSWORD })
    const row = await stored(anna.id)
    expect(row.sessionEpoch).toBe(1)
    expect(await verifyPassword(row.passwordHash, PASSWORD)).toBe(true)
    expect(await deedsTo(anna.id)).toMatchObject([{ verb: 'user.password_reset', userId: admin.id, changes: {} }])
  })
  test('signing them out everywhere ends their sessions', async () => {
    const anna = await person('promoter')
    await signOutEverywhere(admin, { id: anna.id })
    expect(await stored(anna.id)).toMatchObject({ sessionEpoch: 1 })
    expect(await deedsTo(anna.id)).toMatchObject([{ verb: 'user.signed_out_everywhere' }])
  })
  test('is refused where there is no such user', async () => {
    const nobody = { id: uuidv7(), password: PASSWORD }
    await expect(resetPassword(admin, nobody)).rejects.toMatchObject({ key: 'notFound' })
    await expect(signOutEverywhere(admin, nobody)).rejects.toMatchObject({ key: 'notFound' })
  })
  test('is forbidden to everybody but an admin', async () => {
    const manager = await person('manager')
    await expect(resetPassword(manager, { id: admin.id, password: PASSWORD })).rejects.toThrow(Forbidden)
    await expect(signOutEverywhere(manager, { id: admin.id })).rejects.toThrow(Forbidden)
  })
})

describe('changing one’s own password', () => {
  const withPassword = async () => person('promoter', { passwordHash: await hashPassword(PASSWORD) })

  test('needs the present one', async () => {
    const anna = await withPassword()
    const change = { current: 'sbagliata', next: 'una nuova password' }
    await expect(changeOwnPassword(anna, change)).rejects.toMatchObject({ key: 'passwordWrong' })
    expect(await stored(anna.id)).toMatchObject({ sessionEpoch: 0 })
  })
  test('signs out everywhere but here', async () => {
    const anna = await withPassword()
    const [here, there] = [uuidv7(), uuidv7()]
    await db.signInSession.createMany({ data: [here, there].map((id) => ({ id, userId: anna.id, epoch: 0 })) })
    await changeOwnPassword(anna, { current: PASSWORD, next: 'una nuova password', keepSessionId: here })
    const row = await stored(anna.id)
    expect(await verifyPassword(row.passwordHash, 'una nuova password')).toBe(true)
    const sessions = await db.signInSession.findMany({ where: { userId: anna.id, epoch: row.sessionEpoch } })
    expect(sessions.map(({ id }) => id)).toEqual([here])
    expect(await deedsTo(anna.id)).toMatchObject([{ verb: 'user.password_changed', userId: anna.id }])
  })
  test('does not take over the session of somebody else', async () => {
    const anna = await withPassword()
    const foreign = uuidv7()
    await db.signInSession.create({ data: { id: foreign, userId: admin.id, epoch: 0 } })
    await changeOwnPassword(anna, { current: PASSWORD, next: 'una nuova password', keepSessionId: foreign })
    expect(await db.signInSession.findFirst({ where: { id: foreign } })).toMatchObject({ epoch: 0 })
  })
  test('is slowed down like signing in', async () => {
    const anna = await withPassword()
    const change = { current: 'sbagliata', next: 'una nuova password' }
    for (let turn = 0; turn < 5; turn++) await changeOwnPassword(anna, change).catch(() => undefined)
    const right = changeOwnPassword(anna, { ...change, current: PASSWORD })
    await expect(right).rejects.toMatchObject({ key: 'signInSlowed', values: { minutes: 1 } })
  })
})

describe('looking at users', () => {
  test('shows everybody with their office and their last deed, those switched off last', async () => {
    const paolo = await person('office', { name: 'Aldo Sanna', officeId: officeId('credit') })
    await changeOwnPassword(
      await person('promoter', { name: 'Anna Bruni', passwordHash: await hashPassword(PASSWORD) }),
      { current: PASSWORD, next: 'una nuova password' },
    )
    const list = await actAs(admin, userList)
    expect(list.slice(0, 3)).toMatchObject([
      { name: 'Aldo Sanna', id: paolo.id, office: { nameIt: 'Ufficio Credito' }, lastSeen: null },
      { name: 'Anna Bruni', lastSeen: expect.any(Date) },
      { name: 'Marco Rossetti' },
    ])
    expect(list.slice(3).every(({ active }) => !active)).toBe(true)
  })
  test('never shows a password hash', async () => {
    const shown = await actAs(admin, async () => [await userList(), await userToEdit(admin.id), await ownAccount()])
    expect(JSON.stringify(shown)).not.toContain('asswordHash')
  })
  test('finds nobody under an id that is none', async () => {
    expect(await actAs(admin, () => userToEdit('new'))).toBeNull()
    expect(await actAs(admin, () => userToEdit(uuidv7()))).toBeNull()
  })
  test('is forbidden to everybody but an admin', async () => {
    const manager = await person('manager')
    for (const look of [userList, officeChoices, () => userToEdit(admin.id)]) {
      await expect(actAs(manager, async () => look())).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;403')
    }
    expect(await actAs(manager, ownAccount)).toMatchObject({ name: manager.name })
  })
})

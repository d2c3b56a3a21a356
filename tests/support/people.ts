import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import type { Role } from '@/prisma/client/enums'

type Details = { name?: string; email?: string; officeId?: string; passwordHash?: string; active?: boolean }

/**
 * Puts somebody of the Chamber into the test database and answers them as an actor. They have no usable password
 * (`passwordHash` is not a hash) unless one is given: a test that signs nobody in need not wait for argon2.
 */
export async function person(role: Role, details: Details = {}): Promise<Actor> {
  const id = uuidv7()
  const { name = `${role} ${id.slice(-4)}`, email = `${role}.${id.slice(-12)}@example.test`, officeId = null } = details
  const { passwordHash = 'none', active = true } = details
  const data = { id, name, email, role, officeId, passwordHash, active }
  const select = { id: true, name: true, email: true, role: true, officeId: true, locale: true }
  return await db.user.create({ data, select })
}

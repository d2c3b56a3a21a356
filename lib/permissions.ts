import type { Role } from '@/prisma/client/enums'

/** What each role may do; the only such table. */
const PERMISSIONS = {
  promoter: ['account.write', 'firms.read', 'firms.write', 'calls.log', 'visits.record', 'needs.read', 'needs.record'],
  manager: [
    'account.write',
    'firms.read',
    'firms.write',
    'campaigns.read',
    'campaigns.write',
    'needs.read',
    'needs.move',
    'insight.read',
    'export.all',
  ],
  office: ['account.write', 'firms.read', 'needs.read', 'needs.move', 'insight.read'],
  admin: [
    'account.write',
    'firms.read',
    'firms.write',
    'firms.readmit',
    'campaigns.read',
    'campaigns.write',
    'needs.read',
    'insight.read',
    'register.import',
    'users.write',
    'chamber.write',
    'activity.read',
    'export.all',
    'tokens.write',
    'openData.write',
  ],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof PERMISSIONS)[Role][number]

/** Who acts: the signed-in person, as every query and verb knows them. */
export type Actor = { id: string; name: string; email: string; role: Role; officeId: string | null; locale: string }

/** A person tried what their role does not allow. */
export class Forbidden extends Error {
  constructor(readonly permission: Permission) {
    super(`Not allowed: ${permission}`)
    this.name = 'Forbidden'
  }
}

export function can(actor: { role: Role }, permission: Permission): boolean {
  return (PERMISSIONS[actor.role] as readonly string[]).includes(permission)
}

/** First line of every verb. Throws `Forbidden`. */
export function permit(actor: { role: Role }, permission: Permission): void {
  if (!can(actor, permission)) throw new Forbidden(permission)
}

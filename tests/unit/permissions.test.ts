import { describe, expect, test } from 'vitest'
import { can, Forbidden, type Permission, permit } from '@/lib/permissions'

const ROLES = ['promoter', 'manager', 'office', 'admin'] as const

/** Who may do what, in plain words. A change here is a change of what the Chamber's people may do. */
const TABLE: [words: string, permission: Permission, roles: (typeof ROLES)[number][]][] = [
  ['everybody changes their own password, language and theme', 'account.write', [...ROLES]],
  ['everybody looks firms up', 'firms.read', [...ROLES]],
  ['everybody but an office corrects a firm’s record', 'firms.write', ['promoter', 'manager', 'admin']],
  ['only an admin lets a firm be contacted again', 'firms.readmit', ['admin']],
  ['only a promoter calls', 'calls.log', ['promoter']],
  ['only a promoter records visits', 'visits.record', ['promoter']],
  ['everybody sees needs', 'needs.read', [...ROLES]],
  ['only a promoter writes down what a firm asks for', 'needs.record', ['promoter']],
  ['a manager and an office move a need on', 'needs.move', ['manager', 'office']],
  ['a manager and an admin see campaigns', 'campaigns.read', ['manager', 'admin']],
  ['a manager and an admin make campaigns', 'campaigns.write', ['manager', 'admin']],
  ['everybody but a promoter reads the results', 'insight.read', ['manager', 'office', 'admin']],
  ['only an admin imports the register', 'register.import', ['admin']],
  ['only an admin says who may sign in', 'users.write', ['admin']],
  ['only an admin changes the Chamber’s settings and lists', 'chamber.write', ['admin']],
  ['a manager and an admin take all firms and all needs away', 'export.all', ['manager', 'admin']],
  ['only an admin makes keys for other programs', 'tokens.write', ['admin']],
  ['only an admin says what becomes open data', 'openData.write', ['admin']],
  ['only an admin reads the activity log', 'activity.read', ['admin']],
]

describe('permissions', () => {
  test.each(TABLE)('%s', (_, permission, roles) => {
    expect(ROLES.filter((role) => can({ role }, permission))).toEqual(roles)
  })
  test('a verb beyond the role is forbidden, one within goes on', () => {
    expect(() => permit({ role: 'promoter' }, 'users.write')).toThrow(Forbidden)
    expect(() => permit({ role: 'admin' }, 'users.write')).not.toThrow()
  })
})

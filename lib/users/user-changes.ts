import 'server-only'
import { crc32 } from 'node:zlib'
import { lastHand } from '@/lib/activity'
import type { Tx } from '@/lib/db'
import { Conflict } from '@/lib/refusal'
import type { Role } from '@/prisma/client/enums'

/** What an admin may change of a user. */
type Changeable = { name?: string; role?: Role; officeId?: string | null; active?: boolean }

const FIELDS = ['name', 'role', 'officeId', 'active'] as const

/** `{ field: [before, after] }` of the fields that differ; without a before, of those that have a value. */
export function changesOf(before: Changeable, after: Changeable) {
  const pairs = FIELDS.map((field) => [field, [before[field] ?? null, after[field] ?? null]] as const)
  return Object.fromEntries(pairs.filter(([, [was, is]]) => was !== is))
}

/** Only a new name leaves somebody signed in. */
export function endsSessions(changes: Record<string, unknown>): boolean {
  return Object.keys(changes).some((field) => field !== 'name')
}

/**
 * Users have no counter, and their row also changes when they choose a theme: the version is a checksum of what an
 * admin may change, so that only an admin's change is a conflict.
 */
export function versionOf(user: Required<Changeable>): number {
  return crc32(JSON.stringify(FIELDS.map((field) => user[field])))
}

/** Throws `Conflict` where the user is no longer as the form with this `version` showed them. */
export async function refuseStale(
  tx: Tx,
  user: Required<Changeable> & { id: string },
  typed: Changeable & { version: number },
  locale: string,
): Promise<void> {
  if (versionOf(user) === typed.version) return
  const differences = Object.entries(changesOf(typed, user)).map(([field, [, theirs]]) => ({
    field,
    theirs: theirs === null ? null : String(theirs),
  }))
  const hand = await lastHand(tx, { locale }, { subjectId: user.id, verb: 'user.changed' })
  throw new Conflict(versionOf(user), differences, hand)
}

import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. `memoryCost` in KiB. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

let nobody: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID)
}

/**
 * Whether this is the password. Where there is no such person (`null`) a password nobody has is verified instead, so
 * that the answer takes the same time.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const right = await verify(passwordHash ?? (await nobody), password)
  return right && passwordHash !== null
}

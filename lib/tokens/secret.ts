import { createHash, randomBytes } from 'node:crypto'

/** Lets scanners for lost secrets recognise a key. */
const MARK = 'pap_'

/** A new key: 32 random bytes. It is long enough that its hash needs no salt and no slowing down. */
export function makeSecret(): string {
  return `${MARK}${randomBytes(32).toString('base64url')}`
}

/** What the database keeps of a key. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

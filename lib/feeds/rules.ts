/** How many random bytes a secret address has, and the letters they make (base64url without padding). */
export const SECRET_BYTES = 32
const SECRET = /^([A-Za-z0-9_-]{43})\.ics$/

/** The secret in the last part of an address, `<secret>.ics`; null where there can be none. */
export function secretIn(fileName: string): string | null {
  return SECRET.exec(fileName)?.[1] ?? null
}

/** The address of a feed within the site. */
export const feedPath = (secret: string) => `/api/calendar/${secret}.ics`

/** Days a feed reaches back and ahead. */
export const FEED_DAYS = { back: 30, ahead: 180 }

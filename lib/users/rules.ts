/** Failures in a row before an account or an address is slowed down. */
export const FREE_FAILURES = 5
const FIRST_DELAY = 30
const LONGEST_DELAY = 15 * 60
/** Failures are forgotten after an hour of quiet: whoever waits for that guesses no faster than at the longest delay. */
export const FORGET_AFTER_SECONDS = 60 * 60
/** A sign-in ends after this time, however often it is used. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** Seconds to wait after so many failures in a row: none, then 30 doubling up to 900. */
export function delayAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - FREE_FAILURES))
}

/** E-mail addresses are kept and compared in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Where to go after signing in: a path of this site, never another one. */
export function pathWithin(target: string | undefined): string {
  if (!target?.startsWith('/')) return '/'
  const here = 'http://here.invalid'
  const url = URL.canParse(target, here) ? new URL(target, here) : null
  return url?.origin === here && url.pathname !== '/sign-in' ? url.pathname + url.search : '/'
}

/** Where a stranger who asked for this path signs in, to be led back to it; addresses of files lead nowhere. */
export function signInFor(asked: string | null): string {
  const [path = '', query] = pathWithin(asked ?? undefined).split('?')
  const params = new URLSearchParams(query)
  // React's own mark of a page fetched while one stays on it.
  params.delete('_rsc')
  const target = params.size ? `${path}?${params}` : path
  return path === '/' || path.startsWith('/api/')
    ? '/sign-in'
    : `/sign-in?${new URLSearchParams({ callbackUrl: target })}`
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four characters that cannot be misread, about 79 bits: for a person to copy once and then change. */
export function generatePassword(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(16))
  const letters = Array.from(numbers, (number) => LETTERS[number % LETTERS.length])
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

import { isIPv6 } from 'node:net'

/**
 * The network address a sign-in comes from, in the grain it is slowed down at: an IPv4 address, or the /64 of an IPv6
 * one, because whoever has one IPv6 address has all of its /64.
 *
 * next-auth shows the headers only. Behind a proxy (NEXTAUTH_URL is given) the last address of `x-forwarded-for` is the
 * one the proxy itself saw; without one lib/runtime drops what a client sent and Next writes the socket's address there.
 */
export function addressOf(headers: Record<string, string | undefined> | undefined): string {
  const last = headers?.['x-forwarded-for']?.split(',').at(-1)?.trim() ?? ''
  const address = last.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? networkOf(address) : address
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

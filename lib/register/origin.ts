/**
 * Whether a request that changes something comes from a page of this site. Browsers say so in `Sec-Fetch-Site`, over
 * plain http in `Origin`; what sends neither is no browser, and nobody can make it act for somebody else.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  if (!origin) return true
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Why a request was not answered, in words a program can tell apart. */
export type ProblemCode =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'invalidParameters'
  | 'tooManyRequests'

const PROBLEMS: Record<ProblemCode, { status: number; title: string }> = {
  unauthorized: { status: 401, title: 'The key is missing, unknown, expired or revoked' },
  forbidden: { status: 403, title: 'The key does not open this' },
  notFound: { status: 404, title: 'There is nothing at this address' },
  methodNotAllowed: { status: 405, title: 'This address can only be read' },
  invalidParameters: { status: 400, title: 'A parameter is unknown or not valid' },
  tooManyRequests: { status: 429, title: 'Too many requests in this minute' },
}

/** Throw it and the door answers with it. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: { errors?: { parameter: string; message: string }[]; headers?: Record<string, string> } = {},
  ) {
    super(`${code}: ${detail}`)
    this.name = 'Problem'
  }
}

/** `application/problem+json`. Source: RFC 9457, Problem Details for HTTP APIs. */
export function problemResponse({ code, detail, more }: Problem): Response {
  const { status, title } = PROBLEMS[code]
  const body = { type: `urn:porta-a-porta:problem:${code}`, title, status, detail, errors: more.errors }
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers }
  return new Response(JSON.stringify(body), { status, headers })
}

/** The answer of a public address to whoever would write to it. `Allow`: RFC 9110, 15.5.6. */
export function onlyRead(): Response {
  const headers = { Allow: 'GET, HEAD, OPTIONS' }
  return problemResponse(new Problem('methodNotAllowed', 'Ask with GET.', { headers }))
}

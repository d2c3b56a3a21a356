import 'server-only'
import { z } from 'zod'
import { type Bearer, bearerOf } from '@/lib/api/bearer'
import { cursorAfter, readCursor } from '@/lib/api/cursor'
import { Problem, problemResponse } from '@/lib/api/problem'
import { type Figures, RESOURCES, type Rows } from '@/lib/api/resources'
import { actAs } from '@/lib/session'

/** One GET of `/api/v1/…`: key, scope, parameters, rows, in this order; what is wrong is a problem+json. */
export async function answerApi(request: Request, path: string): Promise<Response> {
  try {
    const bearer = await bearerOf(request.headers)
    const resource = Object.hasOwn(RESOURCES, path) ? RESOURCES[path] : undefined
    if (!resource) throw new Problem('notFound', `There is no /api/v1/${path}.`)
    if (resource.scope && !bearer.scopes.includes(resource.scope)) {
      throw new Problem('forbidden', `This key does not have the scope ${resource.scope}.`)
    }
    const url = new URL(request.url)
    const params = readParams(resource.params, url.searchParams)
    return await actAs(bearer.actor, () =>
      resource.kind === 'rows' ? page(path, resource, params, bearer, url) : figures(resource, params),
    )
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error)
    throw error
  }
}

function readParams(schema: z.ZodObject, given: URLSearchParams): Record<string, unknown> {
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    return names.map((parameter) => ({ parameter, message: issue.message }))
  })
  throw new Problem('invalidParameters', errors.map(({ parameter }) => parameter).join(', '), { errors })
}

const headers = { 'Cache-Control': 'no-store' }

async function figures(resource: Figures, params: Record<string, unknown>) {
  return Response.json(resource.answer.parse(await resource.read(params)), { headers })
}

async function page(path: string, { row, read }: Rows, params: Record<string, unknown>, bearer: Bearer, url: URL) {
  const { limit, cursor, ...filter } = params as { limit: number; cursor?: string }
  const after = readCursor(path, cursor)
  const personal = bearer.scopes.includes('personal')
  const found = await read(filter, { after, limit: limit + 1, personal })
  const last = found.length > limit ? found[limit - 1] : undefined
  const next = last ? cursorAfter(path, last.id) : null
  const data = z.array(row).parse(found.slice(0, limit))
  if (!next) return Response.json({ data, next }, { headers })
  url.searchParams.set('cursor', next)
  // RFC 8288: programs that follow links need not put the address together.
  const link = `<${url.pathname}${url.search}>; rel="next"`
  return Response.json({ data, next }, { headers: { ...headers, Link: link } })
}

import 'server-only'
import { z } from 'zod'
import { PER_MINUTE } from '@/lib/api/bearer'
import { RESOURCES } from '@/lib/api/resources'
import { version } from '@/package.json'

type Json = Record<string, unknown>

/** JSON Schema 2020-12, which OpenAPI 3.1 speaks; as the answers are, after parsing. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json
  return rest
}

/** Lists are written `a,b`. */
function parametersOf(params: z.ZodObject): Json[] {
  const { properties = {} } = jsonSchema(params) as { properties?: Record<string, Json> }
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const list = schema.type === 'array' ? { style: 'form', explode: false } : {}
    return { name, in: 'query', ...(description ? { description } : {}), schema, ...list }
  })
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
})

const REFUSALS = {
  400: 'A parameter is unknown or not valid.',
  401: 'The key is missing, unknown, expired or revoked.',
  403: 'The key does not have the scope.',
  429: 'Too many requests in this minute; `Retry-After` says how many seconds to wait.',
}

/**
 * The description of the API, made from the very schemas by which parameters are read and answers are written.
 * Source: OpenAPI Specification 3.1.1.
 */
export function openapi(): Json {
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ])
  const schemas: Record<string, Json> = { Problem: jsonSchema(problem) }
  const paths: Json = {}
  for (const [path, resource] of Object.entries(RESOURCES)) {
    const name = path.replace(/\W/g, '-')
    schemas[name] =
      resource.kind === 'rows'
        ? jsonSchema(z.object({ data: z.array(resource.row), next: z.string().nullable() }))
        : jsonSchema(resource.answer)
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
    paths[`/${path}`] = {
      get: {
        operationId: name,
        summary: resource.about,
        description: resource.scope ? `Scope: ${resource.scope}.` : 'Any key.',
        parameters: parametersOf(resource.params),
        responses: { 200: { description: 'The answer.', content }, ...Object.fromEntries(refusals) },
      },
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Porta a Porta',
      version,
      description: `Read-only. Keys are made by an admin; each may make ${PER_MINUTE} requests in a minute. Rows come in the order of their ids, which never change; \`next\` is the cursor of the page after and null at the end.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  }
}

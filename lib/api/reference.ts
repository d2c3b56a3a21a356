import 'server-only'
import { openapi } from '@/lib/api/openapi'
import { RESOURCES } from '@/lib/api/resources'
import { gate } from '@/lib/session'

type Schema = {
  type?: string
  format?: string
  enum?: string[]
  description?: string
  items?: Schema
  anyOf?: Schema[]
  properties?: Record<string, Schema>
}
type Field = { name: string; type: string; about?: string }

/** A schema in a few words: `string | null`, `low, medium, high`, `list of string`. */
function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  return schema.format ?? schema.type ?? ''
}

const fieldsOf = (properties: Record<string, Schema> = {}): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, type: typeOf(schema), about: schema.description }))

/** The description of the API as the page that shows it reads it, for whoever may make keys. */
export async function apiReference() {
  await gate('tokens.write')
  const { paths, components } = openapi() as {
    paths: Record<
      string,
      { get: { operationId: string; parameters: { name: string; schema: Schema; description?: string }[] } }
    >
    components: { schemas: Record<string, Schema> }
  }
  return Object.entries(RESOURCES).map(([path, { about, scope }]) => {
    const operation = paths[`/${path}`]?.get
    const answer = components.schemas[operation?.operationId ?? '']
    const rows = answer?.properties?.data?.items
    const parameters = (operation?.parameters ?? []).map(({ name, schema, description }) => {
      return { name, type: typeOf(schema), about: description }
    })
    return { path, about, scope, parameters, columns: fieldsOf((rows ?? answer)?.properties) }
  })
}

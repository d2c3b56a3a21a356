import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Row } from './programme'

/** COPY in CSV: the fastest way in. All rows of one table have the same columns as its first. */
export async function copyRows(client: Client, table: string, rows: Row[]) {
  const columns = Object.keys(rows[0] ?? {})
  if (!columns.length) return
  const lines = function* () {
    for (const row of rows) yield `${columns.map((column) => cell(row[column])).join(',')}\n`
  }
  await pipeline(
    Readable.from(lines()),
    client.query(
      copyFrom(`copy ${table} (${columns.map((column) => `"${column}"`).join(',')}) from stdin (format csv)`),
    ),
  )
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `"{${value.join(',')}}"`
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value)
}

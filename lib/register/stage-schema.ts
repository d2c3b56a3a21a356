import 'server-only'
import type { Client } from 'pg'
import { FIRM_FIELDS, quoted } from '@/lib/register/fields'

const FIRM_COLUMNS = FIRM_FIELDS.map((field) => `${quoted(field.column)} ${field.type}`).join(', ')
/** Filled once and analysed by hand: nobody else needs to look after it. */
const UNLOGGED = (name: string, columns: string) =>
  `create unlogged table ${name} (${columns}) with (autovacuum_enabled = off)`

/** Where an import is staged between its dry run and "apply": a schema of its own, dropped as a whole. */
export function stageSchema(importId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(importId)) throw new Error(`No id of an import: ${importId}`)
  return `register_${importId.replaceAll('-', '')}`
}

/**
 * Makes the staging tables anew. They are unlogged: fast, and empty after a crash of the database (`enterStage` sees
 * that). From now on the connection finds them by their bare names.
 */
export async function openStage(client: Client, importId: string): Promise<void> {
  await dropStage(client, importId)
  await client.query(`create schema ${stageSchema(importId)}; set search_path = ${stageSchema(importId)}, public`)
  await client.query(`
    ${UNLOGGED('staged', `ordinal int, line int, id uuid, codice_fiscale text, rank int, register_hash text, ${FIRM_COLUMNS}, extra jsonb, phones jsonb, phone_ids uuid[], sites jsonb, site_ids uuid[]`)};
    ${UNLOGGED('rejected', 'ordinal int, line int, "column" text, value text, reason text, row text')};
    ${UNLOGGED('suspicion', 'ordinal int, line int, codice_fiscale text, "column" text, value text, reason text')}`)
}

/** Goes back to staging tables; false where they are gone, or emptied by a crash of the database. */
export async function enterStage(client: Client, importId: string): Promise<boolean> {
  const schema = stageSchema(importId)
  const { rows } = await client.query('select to_regclass($1) is not null as there', [`${schema}.staged`])
  if (!rows[0].there) return false
  await client.query(`set search_path = ${schema}, public`)
  const { rows: found } = await client.query(
    'select exists (select from staged) or exists (select from rejected) as filled',
  )
  return found[0].filled
}

export async function dropStage(client: Pick<Client, 'query'>, importId: string): Promise<void> {
  await client.query(`drop schema if exists ${stageSchema(importId)} cascade`)
}

/** Rows of the file go once they are in the register; the suspicions can still be looked at. */
export async function emptyStage(client: Client, importId: string): Promise<void> {
  const tables = ['staged', 'rejected', 'scattered', 'verdict', 'difference', 'missing']
  const schema = stageSchema(importId)
  await client.query(`drop table if exists ${tables.map((table) => `${schema}.${table}`).join(', ')}`)
}

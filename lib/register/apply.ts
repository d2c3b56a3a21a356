import 'server-only'
import type { Client } from 'pg'
import { replaceSites, writePhones, writeSites } from '@/lib/register/apply-lists'
import { ceaseMissing, clearLists } from '@/lib/register/cease'
import { extraAfter, isHeld } from '@/lib/register/compare'
import { type Carried, FIRM_FIELDS, quoted } from '@/lib/register/fields'

/** Firms written by one statement; between two of them the progress is told. */
const SLICE = 25_000

const COLUMNS = FIRM_FIELDS.map((field) => quoted(field.column))

/** `full`: firms missing from the file cease. */
export type Writing = { importId: string; carried: Carried; full: boolean }

/**
 * Writes what `compare` found, inside the applying transaction. Never touched: corrections, contacts, do-not-contact,
 * digital level, history. A firm the register ceased leaves the lists of those still to call. What is replaced is kept
 * for undo.
 */
export async function apply(
  client: Client,
  { importId, carried, full }: Writing,
  progress: (written: number) => Promise<void>,
): Promise<void> {
  // Assignments before firms: whoever logs a call locks them in this order too.
  await clearLists(client, importId, full)
  const { rows } = await client.query(`select coalesce((select max(ordinal) from staged), 0) as last,
    exists (select from difference) as different, exists (select from local_unit) as sites`)
  const { last, different, sites } = rows[0]
  for (let from = 1; from <= last; from += SLICE) {
    const slice = `s.ordinal between ${from} and ${from + SLICE - 1}`
    await insertFirms(client, importId, slice)
    if (different) await updateFirms(client, importId, carried, slice)
    if (carried.phones) await writePhones(client, importId, slice, different)
    if (carried.sites && sites) await replaceSites(client, importId, slice)
    if (carried.sites) await writeSites(client, slice)
    await progress(Math.min(from + SLICE - 1, last))
  }
  if (full) await ceaseMissing(client, importId)
  if (different) await moveCorrections(client, carried)
  await client.query('insert into register_reject select $1, r.* from rejected r', [importId])
}

async function insertFirms(client: Client, importId: string, slice: string) {
  await client.query(
    `insert into firm (id, codice_fiscale, register_hash, ${COLUMNS.join(', ')}, extra, first_import_id, last_import_id, updated_at)
      select s.id, s.codice_fiscale, s.register_hash, ${COLUMNS.map((column) => `s.${column}`).join(', ')}, s.extra,
        $1, $1, now()
      from staged s join verdict v using (ordinal) where v.firm_id is null and ${slice}`,
    [importId],
  )
}

async function updateFirms(client: Client, importId: string, carried: Carried, slice: string) {
  // Before the firms themselves: it keeps what they were.
  await client.query(
    `insert into register_change (import_id, firm_id, changes, kind, before)
      select $1, f.id, d.changes, case when d.ceases then 'ceased' else 'changed' end::register_change_kind,
        jsonb_build_object('registerHash', f.register_hash, 'lastImportId', f.last_import_id, 'searchName', f.search_name)
      from difference d join staged s using (ordinal) join firm f on f.id = d.firm_id
      where d.changes <> '{}' and ${slice}`,
    [importId],
  )
  const set = carried.fields.map((field) => {
    const column = quoted(field.column)
    return `${column} = case when ${isHeld(field)} then f.${column} else s.${column} end`
  })
  await client.query(
    `update firm f set ${set.join(', ')}, extra = ${extraAfter(carried)}, register_hash = s.register_hash,
      last_import_id = $1, version = f.version + 1, updated_at = now()
    from difference d join staged s using (ordinal) left join held h using (firm_id)
    where f.id = d.firm_id and d.changes <> '{}' and ${slice}`,
    [importId],
  )
  // Said differently, but the same: only the fingerprint is new.
  await client.query(
    `update firm f set register_hash = s.register_hash from difference d join staged s using (ordinal)
    where f.id = d.firm_id and d.changes = '{}' and ${slice}`,
  )
}

/**
 * What the register says of a corrected field is kept beneath the correction; where it is another than before, and not
 * what the person wrote, somebody has to decide. The size class goes with its headcounts and asks nothing.
 */
async function moveCorrections(client: Client, carried: Carried) {
  const { rows } = await client.query('select distinct field from correction')
  const corrected = new Set(rows.map((row) => row.field))
  for (const { field, column } of carried.fields.filter((one) => corrected.has(one.field))) {
    const said = `s.${quoted(column)}::text`
    await client.query(
      `update correction c set register_value = ${said}, updated_at = now(),
        register_moved_at = case when c.field <> 'sizeClass' and ${said} is distinct from c.value then now() end
      from difference d join staged s using (ordinal)
      where c.firm_id = d.firm_id and c.field = $1 and c.register_value is distinct from ${said}`,
      [field],
    )
  }
}

import 'server-only'
import type { Client } from 'pg'
import { extraAfter, isHeld, PHONE_ROWS, SITE_ROWS } from '@/lib/register/compare'
import { type Carried, FIRM_FIELDS, quoted } from '@/lib/register/fields'

/** Firms written by one statement; between two of them the progress is told. */
const SLICE = 10_000

const COLUMNS = FIRM_FIELDS.map((field) => quoted(field.column))

/**
 * Writes what `compare` found, inside the applying transaction. Never touched: corrections, contacts, do-not-contact,
 * digital level, history. A firm the register ceased leaves the lists of those still to call.
 */
export async function apply(
  client: Client,
  importId: string,
  carried: Carried,
  progress: (written: number) => Promise<void>,
): Promise<void> {
  // Assignments before firms: whoever logs a call locks them in this order too.
  await client.query(`
    update assignment a set state = 'ceased', callback_at = null, callback_user_id = null, lease_user_id = null,
      lease_until = null, version = a.version + 1, updated_at = now()
    from difference d where d.ceases and a.firm_id = d.firm_id and a.state in ('reserve', 'to_call', 'callback')`)
  const { rows } = await client.query('select coalesce(max(ordinal), 0) as last from staged')
  for (let from = 1; from <= rows[0].last; from += SLICE) {
    const slice = `s.ordinal between ${from} and ${from + SLICE - 1}`
    await insertFirms(client, importId, slice)
    await updateFirms(client, importId, carried, slice)
    if (carried.phones) await writePhones(client, slice)
    if (carried.sites) await writeSites(client, slice)
    await progress(Math.min(from + SLICE - 1, rows[0].last))
  }
  await moveCorrections(client, carried)
  await client.query(
    `insert into register_change (import_id, firm_id, changes)
      select $1, firm_id, changes from difference where changes <> '{}'`,
    [importId],
  )
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

/** The register's numbers become those of the file; struck ones stay struck, a person's own stay. */
async function writePhones(client: Client, slice: string) {
  await client.query(
    `delete from firm_phone q using difference d join staged s using (ordinal)
    where q.firm_id = d.firm_id and d.changes ? 'phones' and ${slice} and q.source = 'register' and q.struck_at is null
      and not exists (select from ${PHONE_ROWS} where p.printed = q.printed or p.e164 = q.e164)`,
  )
  await client.query(
    `insert into firm_phone (id, firm_id, e164, printed, source, position, updated_at)
    select s.phone_ids[p.n], coalesce(v.firm_id, s.id), p.e164, p.printed, 'register', p.n, now()
    from staged s join verdict v using (ordinal) left join difference d using (ordinal)
    cross join lateral ${PHONE_ROWS}
    where ${slice} and (v.firm_id is null or d.changes ? 'phones') and (v.firm_id is null or not exists
      (select from firm_phone q where q.firm_id = v.firm_id and (q.printed = p.printed or q.e164 = p.e164)))
    on conflict (firm_id, printed) do nothing`,
  )
}

async function writeSites(client: Client, slice: string) {
  await client.query(
    `insert into local_unit (id, firm_id, rea_province, rea_number, unit, kind, address, postcode, municipality_code,
      municipality_name, opened_on, closed_on, updated_at)
    select distinct on (t.province, t.number, t.unit) s.site_ids[t.n], coalesce(v.firm_id, s.id), t.province, t.number,
      t.unit, t.kind, t.address, t.postcode, t.municipality_code, t.municipality_name, t.opened_on, t.closed_on, now()
    from staged s join verdict v using (ordinal) left join difference d using (ordinal)
    cross join lateral ${SITE_ROWS}
    where ${slice} and (v.firm_id is null or d.changes ? 'sites')
    order by t.province, t.number, t.unit, s.ordinal
    on conflict (rea_province, rea_number, unit) do update set firm_id = excluded.firm_id, kind = excluded.kind,
      address = excluded.address, postcode = excluded.postcode, municipality_code = excluded.municipality_code,
      municipality_name = excluded.municipality_name, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
      updated_at = now()`,
  )
}

/** What the register says of a corrected field is kept beneath the correction. */
async function moveCorrections(client: Client, carried: Carried) {
  const { rows } = await client.query('select distinct field from correction')
  const corrected = new Set(rows.map((row) => row.field))
  for (const { field, column } of carried.fields.filter((one) => corrected.has(one.field)))
    await client.query(
      `update correction c set register_value = s.${quoted(column)}::text, updated_at = now()
      from difference d join staged s using (ordinal)
      where c.firm_id = d.firm_id and c.field = $1 and c.register_value is distinct from s.${quoted(column)}::text`,
      [field],
    )
}

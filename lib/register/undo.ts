import 'server-only'
import type { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '@/lib/refusal'
import { Overtaken } from '@/lib/register/bring-in'
import { FIRM_FIELDS, quoted } from '@/lib/register/fields'
import type { Progress } from '@/lib/register/progress'
import type { ImportFormat } from '@/lib/register/schema'
import { countPlan, planUndo } from '@/lib/register/undo-plan'
import type { RegisterImport } from '@/prisma/client/client'

const COLUMNS = [...FIRM_FIELDS.map(({ column }) => quoted(column)), 'extra']

/**
 * Takes the last import back, in one transaction. Its new firms go where nothing hangs on them; changed fields go back
 * unless a person or a later change touched them; numbers, sites and places on the lists return. Calls, visits, needs
 * and everything else that people wrote stay. Refuses `registerNotLast`.
 */
export async function takeBack(client: Client, of: RegisterImport, format: ImportFormat, progress: Progress) {
  const total = of.created + of.changed + of.ceased + of.missing
  await progress.tell({ step: 'undoing', progress: 0, total })
  await progress.end()
  await client.query('begin')
  try {
    await insistOnLast(client, of)
    await lock(client, of.id)
    await planUndo(client, of.id)
    const done = await countPlan(client)
    await relist(client, of.id)
    await restoreFirms(client)
    await restoreSites(client, of)
    await restorePhones(client, of)
    await removeNew(client)
    await finish(client, of, { ...format, undo: done })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function insistOnLast(client: Client, { id, appliedAt }: RegisterImport) {
  const { rows } = await client.query(
    `select from register_import where status = 'done' and applied_at > $1 and id <> $2 limit 1`,
    [appliedAt, id],
  )
  if (!appliedAt || rows.length) throw new Refusal('registerNotLast')
}

/** Assignments before firms, as everywhere: whoever saves something of these meanwhile waits for the end. */
async function lock(client: Client, importId: string) {
  await client.query(
    `select a.id from assignment a join register_replaced r on a.id = (r.row->>'id')::uuid
    where r.import_id = $1 and r."table" = 'assignment' order by a.id for update of a`,
    [importId],
  )
  await client.query(
    `select f.id from firm f where f.first_import_id = $1
      or f.id in (select firm_id from register_change where import_id = $1) order by f.id for update`,
    [importId],
  )
}

/** Places on the lists that nobody has touched since the firm ceased, where the firm returns. */
async function relist(client: Client, importId: string) {
  await client.query(
    `update assignment a set state = was.state, callback_at = was.callback_at, callback_user_id = was.callback_user_id,
      version = a.version + 1, updated_at = now()
    from register_replaced r cross join lateral jsonb_populate_record(null::assignment, r.row) was, back b
    where r.import_id = $1 and r."table" = 'assignment' and a.id = was.id and a.state = 'ceased'
      and a.version = was.version + 1 and b.firm_id = a.firm_id and b.columns ? 'status'`,
    [importId],
  )
}

async function restoreFirms(client: Client) {
  await client.query(`
    update firm f set (${COLUMNS.join(', ')}) =
        (select ${COLUMNS.map((column) => `was.${column}`).join(', ')} from jsonb_populate_record(f, b.columns) was),
      register_hash = case when b.kept = 0 then b.before->>'registerHash' end,
      last_import_id = (b.before->>'lastImportId')::uuid, version = f.version + 1, updated_at = now()
    from back b where b.firm_id = f.id`)
  await client.query(`
    update correction k set register_value = t.value->>0, register_moved_at = null, updated_at = now()
    from touched t where t.corrected and k.firm_id = t.firm_id and k.field = t.field
      and k.register_value is not distinct from t.value->>1`)
}

async function restoreSites(client: Client, { id, appliedAt }: RegisterImport) {
  await client.query(
    `update local_unit u set firm_id = was.firm_id, kind = was.kind, address = was.address, postcode = was.postcode,
      municipality_code = was.municipality_code, municipality_name = was.municipality_name, opened_on = was.opened_on,
      closed_on = was.closed_on, updated_at = was.updated_at
    from register_replaced r cross join lateral jsonb_populate_record(null::local_unit, r.row) was
    where r.import_id = $1 and r."table" = 'local_unit' and u.id = was.id and u.updated_at = $2`,
    [id, appliedAt],
  )
  await client.query('delete from local_unit u using back b where u.firm_id = b.firm_id and u.created_at = $1', [
    appliedAt,
  ])
}

/** Struck numbers have been in a person's hand: they stay, and so does what a person wrote down meanwhile. */
async function restorePhones(client: Client, { id, appliedAt }: RegisterImport) {
  await client.query(
    `delete from firm_phone q using back b
    where q.firm_id = b.firm_id and q.source = 'register' and q.created_at = $1 and q.struck_at is null`,
    [appliedAt],
  )
  await client.query(
    `insert into firm_phone
    select was.* from register_replaced r cross join lateral jsonb_populate_record(null::firm_phone, r.row) was
    where r.import_id = $1 and r."table" = 'firm_phone'
      and not exists (select from firm_phone q where q.firm_id = was.firm_id and q.e164 = was.e164)
    on conflict do nothing`,
    [id],
  )
}

async function removeNew(client: Client) {
  const gone = `(select f.id from firm f where f.first_import_id = (select id from undone)
    and not exists (select from hanging h where h.firm_id = f.id))`
  // In one sweep each: row by row, as the foreign keys would do it, takes far longer.
  await client.query(`delete from firm_phone where firm_id in ${gone}`)
  await client.query(`delete from local_unit where firm_id in ${gone}`)
  await client.query(`delete from firm where id in ${gone}`)
}

async function finish(client: Client, of: RegisterImport, format: ImportFormat) {
  const { rowCount } = await client.query(
    `update register_import set status = 'undone', format = $2, undone_at = clock_timestamp(), updated_at = now(),
      refusal = null where id = $1 and status = 'undoing'`,
    [of.id, JSON.stringify(format)],
  )
  if (!rowCount) throw new Overtaken()
  await client.query('delete from register_replaced where import_id = $1', [of.id])
  await client.query(
    `insert into activity (id, user_id, verb, subject_id, changes) values ($1, $2, 'register.undone', $3, $4)`,
    [uuidv7(), of.userId, of.id, JSON.stringify({ fileName: of.fileName, ...format.undo })],
  )
}

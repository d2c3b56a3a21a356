import 'server-only'
import type { Client } from 'pg'

/** A firm that ceases leaves the lists of those still to call; its place there is kept for undo. */
export async function clearLists(client: Client, importId: string, full: boolean) {
  await client.query(
    `with gone as (
      select a.* from assignment a
      where a.state in ('reserve', 'to_call', 'callback') and (a.firm_id in (select firm_id from difference where ceases)
        ${full ? 'or a.firm_id in (select firm_id from missing)' : ''})
      order by a.id for update),
    kept as (insert into register_replaced (import_id, "table", row)
      select $1, 'assignment', to_jsonb(gone) from gone)
    update assignment a set state = 'ceased', callback_at = null, callback_user_id = null, lease_user_id = null,
      lease_until = null, version = a.version + 1, updated_at = now()
    from gone where a.id = gone.id`,
    [importId],
  )
}

/**
 * Firms missing from a full extract cease. Without a fingerprint: should the next extract speak of one again, it is
 * looked at, though it says what it said before.
 */
export async function ceaseMissing(client: Client, importId: string) {
  await client.query(
    `insert into register_change (import_id, firm_id, changes, kind, before)
      select $1, f.id, jsonb_build_object('status', jsonb_build_array(f.status, 'ceased')), 'missing',
        jsonb_build_object('registerHash', f.register_hash, 'lastImportId', f.last_import_id, 'searchName', f.search_name)
      from missing m join firm f on f.id = m.firm_id`,
    [importId],
  )
  await client.query(
    `update firm f set status = 'ceased', register_hash = null, last_import_id = $1, version = f.version + 1,
      updated_at = now() from missing m where f.id = m.firm_id`,
    [importId],
  )
}

import 'server-only'
import type { Client } from 'pg'
import { FIRM_FIELDS } from '@/lib/register/fields'

/** What an import itself hangs on a firm. */
const OWN = ['firm_phone', 'local_unit', 'register_change']

const COLUMNS = [...FIRM_FIELDS.map(({ field, column }) => [field, column]), ['extra', 'extra']]
  .map(([field, column]) => `('${field}', '${column}')`)
  .join(', ')

/**
 * What undoing an import would do, for the transaction: `hanging` (its new firms that something hangs on, and what),
 * `back` (of each changed firm the columns that go back, and how many fields stay because a person or a later change
 * touched them) and `beneath` (fields that a person corrected: the register's value goes back below the correction).
 */
export async function planUndo(client: Client, importId: string): Promise<void> {
  const { rows } = await client.query(
    `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'firm'::regclass and not c.conrelid::regclass::text = any($1)`,
    [OWN],
  )
  const hanging = rows.map(
    ({ table, column }) =>
      `select x.${column}, '${table}' from ${table} x join firm f on f.id = x.${column} and ${NEW}`,
  )
  await client.query(`
    create temp table undone on commit drop as select '${importId}'::uuid as id;
    create temp table hanging on commit drop as
      select * from (${[...hanging, ...BY_PERSONS].join(' union ')}) h(firm_id, reason);
    create index on hanging (firm_id);
    create temp table touched on commit drop as
      select c.firm_id, e.field, m.column_name, e.value, k.id is not null as corrected,
        k.id is null and known.row->m.column_name is not distinct from e.value->1 as goes
      from register_change c join firm f on f.id = c.firm_id
      cross join lateral (select to_jsonb(f) as row) known
      cross join lateral jsonb_each(c.changes) e(field, value)
      join (values ${COLUMNS}) m(field, column_name) on m.field = e.field
      left join correction k on k.firm_id = c.firm_id and k.field = e.field
      where c.import_id = '${importId}';
    create temp table back on commit drop as
      select c.firm_id, c.kind, c.before,
        coalesce(jsonb_object_agg(t.column_name, t.value->0) filter (where t.goes), '{}')
          || case when bool_or(t.goes and t.field = 'name')
            then jsonb_build_object('search_name', c.before->'searchName') else '{}' end as columns,
        count(*) filter (where not t.goes and not t.corrected) as kept
      from register_change c left join touched t using (firm_id)
      where c.import_id = '${importId}' group by c.firm_id, c.kind, c.before;
    create unique index on back (firm_id);
    analyze hanging; analyze back`)
}

const NEW = 'f.first_import_id = (select id from undone)'

/** What people did to a new firm that no other table tells of. */
const BY_PERSONS = [
  `select f.id, 'do_not_contact' from firm f where ${NEW} and f.do_not_contact_since is not null`,
  `select f.id, 'digital_level' from firm f where ${NEW} and f.digital_level is not null`,
  `select q.firm_id, 'phone' from firm_phone q join firm f on f.id = q.firm_id and ${NEW}
    where q.source = 'person' or q.struck_at is not null`,
]

/** The plan as numbers; `kept_…` say why a new firm stays, by the table that hangs on it. */
export async function countPlan(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query(`
    select (select count(*)::int from firm f where ${NEW}) - (select count(distinct firm_id)::int from hanging) as "removed",
      (select count(distinct firm_id)::int from hanging) as "stays",
      (select count(*)::int from back where kind = 'changed' and columns <> '{}') as "restored",
      (select count(*)::int from back where kind = 'ceased' and columns ? 'status') as "reopened",
      (select count(*)::int from back where kind = 'missing' and columns ? 'status') as "returned",
      (select count(*)::int from touched where corrected) as "beneath",
      (select count(*)::int from back where kept > 0) as "touched",
      (select count(*)::int from register_replaced r join assignment a on a.id = (r.row->>'id')::uuid
        where r.import_id = (select id from undone) and r."table" = 'assignment' and a.state = 'ceased'
          and a.version = (r.row->>'version')::int + 1) as "relisted"`)
  const { rows: why } = await client.query('select reason, count(*)::int as firms from hanging group by reason')
  return { ...rows[0], ...Object.fromEntries(why.map(({ reason, firms }) => [`kept_${reason}`, firms])) }
}

import 'server-only'
import { type Client, escapeLiteral } from 'pg'
import { type Carried, type Field, quoted } from '@/lib/register/fields'

/** The lists of a staged firm as rows. */
export const PHONE_ROWS = `rows from (jsonb_to_recordset(s.phones) as (e164 text, printed text))
  with ordinality as p(e164, printed, n)`
export const SITE_ROWS = `rows from (jsonb_to_recordset(s.sites) as (province text, number text, unit text, kind text,
  address text, postcode text, "municipalityCode" text, "municipalityName" text, "openedOn" date, "closedOn" date))
  with ordinality as t(province, number, unit, kind, address, postcode, municipality_code, municipality_name, opened_on,
  closed_on, n)`

/** Of the file's firms that many in a hundred must be of a province for the file to be an extract of it. */
const SHARE_OF_PROVINCE = 1

/**
 * What the file says against what is known. Leaves tables behind, for the transaction or, for a dry run, beside the
 * staged rows: `verdict` (every staged firm: its row here, whether its fingerprint is the same), `difference` (firms
 * whose fingerprint is another: the changed fields as `{ field: [before, after] }`), `missing` (firms of the file's
 * provinces that it does not speak of, never those entered by hand) and `held` (what the register said of the fields
 * that a person corrected, which are compared with that and not with the correction).
 */
export async function compare(client: Client, carried: Carried, lasting: boolean): Promise<void> {
  const [create, drop] = lasting ? ['create unlogged table', ''] : ['create temp table', 'on commit drop']
  await client.query(`
    ${create} verdict ${drop} as
      select s.ordinal, f.id as firm_id, f.register_hash is not distinct from s.register_hash as same
      from staged s left join firm f using (codice_fiscale);
    create unique index on verdict (ordinal);
    analyze verdict;
    create temp table if not exists held (firm_id uuid, fields jsonb);
    truncate held;
    insert into held
      select firm_id, jsonb_object_agg(field, register_value) as fields from correction group by firm_id;
    ${create} difference ${drop} as
      select v.ordinal, v.firm_id, d.changes, ${ceases(carried)} as ceases
      from verdict v join staged s using (ordinal) join firm f on f.id = v.firm_id
      left join held h on h.firm_id = f.id
      cross join lateral (select ${changes(carried)} as changes) d
      where not v.same;
    create unique index on difference (ordinal);
    analyze difference;
    ${create} missing ${drop} as
      select f.id as firm_id from firm f
      where f.status <> 'ceased' and coalesce(f.first_import_id, f.last_import_id) is not null
        and f.rea_province in (${carried.sites ? PROVINCES : 'null'})
        and not exists (select from verdict v where v.firm_id = f.id)
        and not exists (select from held h where h.firm_id = f.id and h.fields ? 'status');
    create unique index on missing (firm_id);
    analyze missing`)
}

const PROVINCES = `select rea_province from staged group by rea_province
  having count(*) * 100 >= ${SHARE_OF_PROVINCE} * (select count(*) from staged)`

/** Whether a person corrected the field, or one it follows. */
export function isHeld({ field, follows = [] }: Field): string {
  return `coalesce(h.fields ?| array[${[field, ...follows].map((name) => `'${name}'`).join(', ')}], false)`
}

/** Columns of other files stay; those of this file are as it says now. */
export function extraAfter(carried: Carried): string {
  return `((f.extra - array[${carried.extras.map(escapeLiteral).join(', ')}]::text[]) || s.extra)`
}

function changes(carried: Carried): string {
  const told = carried.fields.filter(({ field }) => field !== 'searchName').map(fieldChange)
  told.push(difference('extra', 'f.extra', extraAfter(carried)))
  if (carried.phones) told.push(phoneChanges)
  if (carried.sites) told.push(siteChanges)
  return told.join('\n || ')
}

const difference = (field: string, was: string, is: string) =>
  `case when ${was} is distinct from ${is}
    then jsonb_build_object('${field}', jsonb_build_array(${was}, ${is})) else '{}' end`

function fieldChange(field: Field): string {
  const known = `f.${quoted(field.column)}`
  const said = `s.${quoted(field.column)}`
  const registered = `(case when h.firm_id is null then ${known}
    when h.fields ? '${field.field}' then (h.fields->>'${field.field}')::${field.type}
    when ${isHeld(field)} then ${said} else ${known} end)`
  return difference(field.field, registered, said)
}

/** The register's numbers that would come or go. One that a person struck or added is known and stays as it is. */
const phoneChanges = `case when
    exists (select from ${PHONE_ROWS} where not exists
      (select from firm_phone q where q.firm_id = f.id and (q.printed = p.printed or q.e164 = p.e164)))
    or exists (select from firm_phone q where q.firm_id = f.id and q.source = 'register' and q.struck_at is null
      and not exists (select from ${PHONE_ROWS} where p.printed = q.printed or p.e164 = q.e164))
  then jsonb_build_object('phones', jsonb_build_array(
    (select coalesce(jsonb_agg(q.printed order by q.position), '[]') from firm_phone q
      where q.firm_id = f.id and q.source = 'register' and q.struck_at is null),
    (select coalesce(jsonb_agg(p.printed order by p.n), '[]') from ${PHONE_ROWS})))
  else '{}' end`

/** Sites that are new or another: the rows before and after. */
const siteChanges = `coalesce((select jsonb_build_object('sites', jsonb_build_array(
    coalesce(jsonb_agg(to_jsonb(u) - array['created_at', 'updated_at']) filter (where u.id is not null), '[]'),
    jsonb_agg(to_jsonb(t) - 'n')))
  from ${SITE_ROWS}
  left join local_unit u on u.rea_province = t.province and u.rea_number = t.number and u.unit = t.unit
  where u.firm_id is distinct from f.id
    or (u.kind, u.address, u.postcode, u.municipality_code, u.municipality_name, u.opened_on, u.closed_on)
      is distinct from
      (t.kind, t.address, t.postcode, t.municipality_code, t.municipality_name, t.opened_on, t.closed_on)
  having count(*) > 0), '{}')`

/** Ceased by this file, and no person's correction to the contrary. */
function ceases({ fields }: Carried): string {
  const status = fields.find(({ field }) => field === 'status')
  return status ? `(s.status = 'ceased' and f.status <> 'ceased' and not ${isHeld(status)})` : 'false'
}

import 'server-only'
import type { Client } from 'pg'
import { PHONE_ROWS, SITE_ROWS } from '@/lib/register/compare'

/** The register's numbers become those of the file; struck ones stay struck, a person's own stay. */
export async function writePhones(client: Client, importId: string, slice: string, different: boolean) {
  if (different) {
    await client.query(
      `with gone as (
        delete from firm_phone q using difference d join staged s using (ordinal)
        where q.firm_id = d.firm_id and d.changes ? 'phones' and ${slice} and q.source = 'register' and q.struck_at is null
          and not exists (select from ${PHONE_ROWS} where p.printed = q.printed or p.e164 = q.e164)
        returning q.*)
      insert into register_replaced (import_id, "table", row) select $1, 'firm_phone', to_jsonb(gone) from gone`,
      [importId],
    )
  }
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

/** Sites that `writeSites` will write over, as they were before this transaction. */
export async function replaceSites(client: Client, importId: string, slice: string) {
  await client.query(
    `insert into register_replaced (import_id, "table", row)
    select distinct on (u.id) $1::uuid, 'local_unit', to_jsonb(u)
    from staged s join verdict v using (ordinal) left join difference d using (ordinal)
    cross join lateral ${SITE_ROWS}
    join local_unit u on u.rea_province = t.province and u.rea_number = t.number and u.unit = t.unit
    where ${slice} and (v.firm_id is null or d.changes ? 'sites') and u.updated_at < now()::timestamptz(3)`,
    [importId],
  )
}

export async function writeSites(client: Client, slice: string) {
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

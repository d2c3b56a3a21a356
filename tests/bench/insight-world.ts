import { Client } from 'pg'
import { hashPassword } from '@/lib/users/password'
import { MUNICIPALITIES } from '@/prisma/catalogues/municipalities'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { migrate } from '@/prisma/migrate'

/** The design size; calls are three for each firm, visits 0.6, needs 1.8. */
export const FIRMS = 500_000
export const PASSWORD = 'porta-a-porta'
export const MANAGERS = 10
export const PROMOTERS = 20
const CAMPAIGNS = 10
export const emailOf = (role: 'manager' | 'promoter' | 'admin', n: number) => `${role}${n}@bench.example`

/** One of an array of PostgreSQL, by chance. */
const oneOf = (array: string, n: number) => `(${array})[1 + floor(random() * ${n})::int]`
const chance = (share: number) => `(random() < ${share})`
const SIZE = `(case when r < 0.62 then 'staff_0_1' when r < 0.9 then 'staff_2_9' when r < 0.96 then 'staff_10_49'
  when r < 0.98 then 'staff_50_plus' else 'unknown' end)::size_class`
const LEVEL = `case when random() < 0.6 then (array['none','email','email','website'])[1 + floor(random() * 4)::int]::digital_level end`
const FLAGS = 'young, female, "foreign"'
const AS_FIRM = `f.sector_id, f.municipality_code, f.size_class, f.young, f.female, f."foreign"`
const AS_COLUMNS = `sector_id, municipality_code, size_class, ${FLAGS}`

/**
 * Five years of a large Chamber: ten campaigns of half a year, the last of them open, each with a quarter of the firms
 * listed or drawn. By statements over whole sets; a database that is laid out already stays as it is.
 */
export async function layInsightWorld(url: string, firms: number): Promise<void> {
  await migrate(url)
  await seedCatalogues(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select count(*)::int n from setting where key = 'bench'`)
    if (rows[0].n === 0) await lay(client, firms)
  } finally {
    await client.end()
  }
}

async function lay(client: Client, firms: number) {
  await layPeople(client)
  const keys = await withoutKeys(client)
  await layFirms(client, firms)
  await layCampaigns(client)
  await client.query('analyze')
  await layWork(client, firms)
  for (const key of keys) await client.query(key)
  await client.query(`insert into setting (key, value, updated_at) values ('bench', '{}', now())`)
  await client.query('vacuum analyze')
}

/** Foreign keys are put back at the end: checked all at once they take seconds, row by row minutes. */
async function withoutKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ gone: string; back: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) gone,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) back
    from pg_constraint where contype = 'f'
      and conrelid = any('{firm_phone,assignment,call,visit,need,visit_service}'::regclass[])`)
  for (const { gone } of rows) await client.query(gone)
  return rows.map(({ back }) => back)
}

async function layPeople(client: Client) {
  const hash = await hashPassword(PASSWORD)
  for (const [role, count] of [
    ['manager', MANAGERS],
    ['promoter', PROMOTERS],
    ['admin', 1],
  ] as const) {
    await client.query(
      `insert into app_user (id, email, name, role, password_hash, updated_at)
       select gen_random_uuid(), $2 || n || '@bench.example', initcap($2) || ' ' || n, $2::role, $1, now()
       from generate_series(0, $3::int - 1) n`,
      [hash, role, count],
    )
  }
}

async function layFirms(client: Client, firms: number) {
  const places = MUNICIPALITIES.map(([code]) => code)
  await client.query(
    `insert into firm (id, codice_fiscale, name, search_name, status, ${AS_COLUMNS}, updated_at)
     select gen_random_uuid(), '999' || lpad(n::text, 8, '0'), 'Impresa ' || n || ' S.r.l.', 'impresa' || n || 'srl',
       case when random() < 0.9 then 'active' else 'ceased' end::register_status,
       ${oneOf('$1::uuid[]', 12)}, ${oneOf('$2::text[]', places.length)}, ${SIZE}, ${chance(0.09)}, ${chance(0.22)}, ${chance(0.1)},
       now()
     from (select n, random() r from generate_series(1, $3::int) n) n`,
    [(await client.query('select id from sector')).rows.map(({ id }) => id), places, firms],
  )
}

async function layCampaigns(client: Client) {
  await client.query(
    `insert into campaign (id, name, kind, status, starts_on, ends_on, target_calls, target_visits, updated_at)
     select gen_random_uuid(), 'Programma ' || k, (case when k % 3 = 0 then 'drawn' else 'list' end)::campaign_kind,
       (case when k = $1 then 'open' else 'closed' end)::campaign_status, starts, starts + 181, 150000, 30000, now()
     from (select k, (current_date - (($1 - k) * 182 + 120))::date starts from generate_series(1, $1::int) k) k`,
    [CAMPAIGNS],
  )
  await client.query(
    `insert into campaign_promoter (campaign_id, user_id) select c.id, u.id from campaign c, app_user u where u.role = 'promoter'`,
  )
  await client.query(
    `insert into campaign_stratum (campaign_id, key, position, cells, frame, sample, reserves)
     select c.id, s.code, s.position, '[]', 40000, 10000, 0 from campaign c, sector s where c.kind = 'drawn'`,
  )
}

/** A quarter of the firms for each campaign; of the open one's list a tenth is not called yet, and has its number. */
async function layWork(client: Client, firms: number) {
  await client.query(
    `insert into assignment (id, campaign_id, firm_id, state, stratum, draw_order, updated_at)
     select gen_random_uuid(), c.id, f.id,
       (case when c.status = 'open' and f.n % 10 = 0 then 'to_call' when f.n % 40 = 1 then 'reserve' else 'visited' end)::assignment_state,
       case when c.kind = 'drawn' then s.code end, f.n, now()
     from (select *, row_number() over (order by starts_on)::int k from campaign) c
       join (select *, substr(codice_fiscale, 4)::int n from firm) f on (f.n * 7 + c.k * 13) % 40 < 10
       join sector s on s.id = f.sector_id`,
  )
  await client.query(
    `insert into firm_phone (id, firm_id, e164, printed, source, updated_at)
     select gen_random_uuid(), id, '+39077' || substr(codice_fiscale, 4), '077' || substr(codice_fiscale, 4), 'register', now()
     from firm where id in (select firm_id from assignment where state = 'to_call')`,
  )
  await client.query(
    `create temporary table work as
     select a.id assignment_id, a.campaign_id, a.firm_id, ${AS_FIRM},
       ((c.starts_on + floor(random() * least(180, current_date - c.starts_on - 1))::int)::timestamp
         + interval '9 hours' + random() * interval '8 hours') at time zone 'Europe/Rome' at,
       ${oneOf(`array(select id from app_user where role = 'promoter')`, PROMOTERS)} user_id, random() luck, random() chance
     from assignment a join campaign c on c.id = a.campaign_id join firm f on f.id = a.firm_id
     where a.state = 'visited'`,
  )
  const share = (wanted: number) => `${wanted * firms}.0 / (select count(*) from work)`
  await client.query(
    `insert into call (id, assignment_id, campaign_id, firm_id, user_id, at, outcome, digital_level, ${AS_COLUMNS}, updated_at)
     select gen_random_uuid(), assignment_id, campaign_id, firm_id, user_id, at + turn * interval '26 hours',
       (array['no_answer','no_answer','busy','appointment','interviewed','callback','refused'])[1 + floor(random() * 7)::int]::call_outcome,
       ${LEVEL}, ${AS_COLUMNS}, now()
     from work, generate_series(0, 3) turn where turn < floor(${share(3)} + chance)`,
  )
  await client.query(
    `insert into visit (id, assignment_id, campaign_id, firm_id, user_id, at, digital_level, ${AS_COLUMNS}, updated_at)
     select gen_random_uuid(), assignment_id, campaign_id, firm_id, user_id, at + interval '5 days', ${LEVEL}, ${AS_COLUMNS}, now()
     from work where luck < ${share(0.6)}`,
  )
  await client.query(
    `insert into visit_service (visit_id, service_id, known_before, used_before, interested)
     select v.id, s.id, ${chance(0.5)}, case when ${chance(0.8)} then ${chance(0.2)} end, ${chance(0.3)}
     from visit v, service s where ${chance(0.3)}`,
  )
  await client.query(
    `insert into need (id, firm_id, campaign_id, need_type_id, visit_id, recorded_by_id, recorded_at, status, taken_up_at,
       due_on, updated_at)
     select gen_random_uuid(), firm_id, campaign_id, ${oneOf('array(select id from need_type)', 7)}, id, user_id, at,
       status::need_status, case when status in ('taken_up', 'met') then at + random() * interval '20 days' end,
       (at + interval '14 days')::date, now()
     from (select v.*, (array['recorded','referred','taken_up','met','not_met'])[1 + floor(random() * 5)::int] status
       from visit v, generate_series(1, 3)) v`,
  )
}

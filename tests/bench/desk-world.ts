import { Client } from 'pg'
import { hashPassword } from '@/lib/users/password'
import { sectorId, seedCatalogues } from '@/prisma/catalogues/seed'
import { migrate } from '@/prisma/migrate'

export const FIRMS = 500_000
export const PASSWORD = 'porta-a-porta'
export const emailOf = (promoter: number) => `promoter${promoter}@bench.example`

/**
 * The register of a large Chamber on one open list, as a desk finds it in the middle of a programme, in three sectors: the first 100,000
 * firms were tried this morning and wait, 10,000 wait for the other parts of the day, 5,000 are colleagues' callbacks
 * of which some are due, and every hundredth asked to be left alone.
 */
export async function layDeskWorld(url: string, promoters: number): Promise<{ campaignId: string }> {
  await migrate(url)
  await seedCatalogues(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  const hash = await hashPassword(PASSWORD)
  await client.query(
    `insert into app_user (id, email, name, role, password_hash, updated_at)
     select gen_random_uuid(), 'promoter' || n || '@bench.example', 'Promotore ' || n, 'promoter', $1, now()
     from generate_series(0, $2::int - 1) n`,
    [hash, promoters],
  )
  await client.query(
    `insert into firm (id, codice_fiscale, name, search_name, sector_id, municipality_code, updated_at)
     select gen_random_uuid(), '999' || lpad(n::text, 8, '0'), 'Impresa ' || n || ' S.r.l.', 'impresa' || n || 'srl',
       ($1::uuid[])[1 + n % 3], '059011', now() from generate_series(1, $2::int) n`,
    [['metals', 'construction', 'food'].map(sectorId), FIRMS],
  )
  await client.query(
    `insert into firm_phone (id, firm_id, e164, printed, source, updated_at)
     select gen_random_uuid(), id, '+39077' || substr(codice_fiscale, 4), '077' || substr(codice_fiscale, 4), 'register',
       now() from firm`,
  )
  const campaign = await client.query(
    `insert into campaign (id, name, starts_on, ends_on, target_calls, target_visits, updated_at)
     values (gen_random_uuid(), 'Programma di prova', current_date - 90, current_date + 90, 50000, 10000, now())
     returning id`,
  )
  const campaignId: string = campaign.rows[0].id
  await client.query('insert into campaign_promoter (campaign_id, user_id) select $1, id from app_user', [campaignId])
  await client.query(
    `insert into assignment (id, campaign_id, firm_id, draw_order, attempts, state, not_before, avoid_day_part,
       callback_at, callback_user_id, updated_at)
     select gen_random_uuid(), $1, f.id, f.n,
       case when f.n <= 115000 then 1 else 0 end,
       (case when f.n between 110001 and 115000 then 'callback' else 'to_call' end)::assignment_state,
       case when f.n <= 100000 then now() + interval '3 hours'
         when f.n <= 110000 then now() - interval '1 hour' end,
       case when f.n between 100001 and 110000 then
         case when extract(hour from now() at time zone 'Europe/Rome') < 13 then 'morning'
           when extract(hour from now() at time zone 'Europe/Rome') < 17 then 'afternoon' else 'evening' end
       end::day_part,
       case when f.n between 110001 and 115000 then now() + (f.n % 600 - 60) * interval '1 minute' end,
       case when f.n between 110001 and 115000 then u.id end, now()
     from (select id, row_number() over (order by codice_fiscale)::int n from firm) f
     join (select id, row_number() over (order by email)::int - 1 k from app_user) u on u.k = f.n % $2::int`,
    [campaignId, promoters],
  )
  await client.query(
    `with stopped as (update assignment set state = 'do_not_contact' where draw_order % 100 = 0 returning firm_id)
     update firm set do_not_contact_since = now() where id in (select firm_id from stopped)`,
  )
  await client.query('vacuum analyze')
  await client.end()
  return { campaignId }
}

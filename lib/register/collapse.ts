import 'server-only'
import type { Client } from 'pg'

/**
 * Rows of one firm that did not stand next to each other in the file become one, as `merged` does with neighbours: the
 * head office's row speaks, else the first; every site and number is kept once.
 */
export async function collapse(client: Client): Promise<void> {
  await client.query('create unique index on staged (ordinal); analyze staged (ordinal, codice_fiscale)')
  const { rowCount } = await client.query(`
    create unlogged table scattered as
      select codice_fiscale, (array_agg(ordinal order by rank desc, ordinal))[1] as speaker,
        md5(string_agg(register_hash, ',' order by ordinal)) as register_hash
      from staged group by codice_fiscale having count(*) > 1`)
  if (!rowCount) return
  await client.query(`
    ${repeated};
    ${gathered('sites', 'site_ids', "e.one->>'province', e.one->>'number', e.one->>'unit'")};
    ${gathered('phones', 'phone_ids', "coalesce(e.one->>'e164', e.one->>'printed')")};
    update staged s set register_hash = w.register_hash from scattered w where s.ordinal = w.speaker;
    delete from staged s using scattered w where s.codice_fiscale = w.codice_fiscale and s.ordinal <> w.speaker;
    analyze staged (ordinal, codice_fiscale)`)
}

const SITE_KEYS = `array(select concat_ws(' ', e->>'province', e->>'number', e->>'unit')
  from jsonb_array_elements(s.sites) e)`

/** Rows that tell of no site which the firm's rows before did not tell of, as `Gatherer.repeated` says of neighbours. */
const repeated = `
  insert into suspicion
  select (select coalesce(max(ordinal), 0) from suspicion) + row_number() over (order by ordinal), line, codice_fiscale,
    '', codice_fiscale, 'duplicateRow'
  from (
    select s.ordinal, s.line, s.codice_fiscale, ${SITE_KEYS} as keys,
      array_agg(${SITE_KEYS}::text) over (partition by s.codice_fiscale order by s.ordinal
        rows between unbounded preceding and 1 preceding) as before
    from staged s join scattered using (codice_fiscale)
  ) r
  where before is not null
    and keys <@ array(select k from unnest(before) b, unnest(b::text[]) k)`

/** Gives the speaking row the lists of all rows, each entry once by `key`, the speaker's own first. */
function gathered(list: string, ids: string, key: string): string {
  return `
    update staged s set ${list} = g.list, ${ids} = g.ids
    from (
      select codice_fiscale, jsonb_agg(one order by own desc, ordinal, n) as list,
        array_agg(id order by own desc, ordinal, n) as ids
      from (
        select distinct on (s.codice_fiscale, ${key}) s.codice_fiscale, e.one, s.${ids}[e.n] as id, s.ordinal, e.n,
          s.ordinal = w.speaker as own
        from staged s join scattered w using (codice_fiscale)
        cross join lateral jsonb_array_elements(s.${list}) with ordinality e(one, n)
        order by s.codice_fiscale, ${key}, s.ordinal = w.speaker desc, s.ordinal, e.n
      ) each_once
      group by codice_fiscale
    ) g join scattered w using (codice_fiscale)
    where s.ordinal = w.speaker and s.codice_fiscale = g.codice_fiscale`
}

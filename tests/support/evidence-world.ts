import fc from 'fast-check'
import type { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { insightFilter } from '@/lib/insight/schema'
import { needTypeId, sectorId, serviceId } from '@/prisma/catalogues/seed'

/** Moments that are easily got wrong: midnights, weeks' ends, the nights the clocks change, 29 February; some twice. */
export const MOMENTS = [
  ...['2025-03-29T22:59:59.999Z', '2025-03-29T23:00:00.000Z', '2025-03-30T00:59:59.999Z', '2025-03-30T01:00:00Z'],
  ...['2025-03-30T21:59:59.999Z', '2025-03-30T22:00:00.000Z', '2025-10-25T22:00:00.000Z', '2025-10-26T00:30:00Z'],
  ...['2025-10-26T01:30:00Z', '2025-10-26T22:59:59.999Z', '2025-10-26T23:00:00.000Z', '2025-06-10T10:00:00.001Z'],
  ...['2024-02-28T23:00:00.000Z', '2024-02-29T22:59:59.999Z', '2024-02-29T23:00:00.000Z'],
  ...['2025-06-10T10:00:00.002Z', '2025-12-31T22:59:59.999Z', '2025-12-31T23:00:00Z', '1999-12-31T23:30:00Z'],
]
const DAYS = [
  '1999-12-31',
  '2024-02-29',
  '2025-03-29',
  '2025-03-30',
  '2025-03-31',
  '2025-06-10',
  '2025-10-26',
  '2025-10-27',
  '2026-01-01',
]
export const SECTORS = ['food', 'metals', 'textiles'].map(sectorId)
export const PLACES = ['059011', '059001', '060038']
const SIZES = ['staff_0_1', 'staff_2_9', 'unknown']
const LEVELS = [null, 'none', 'email', 'website']
const OUTCOMES = ['appointment', 'interviewed', 'callback', 'no_answer', 'busy', 'refused', 'do_not_contact', 'ceased']
const STATUSES = ['recorded', 'referred', 'taken_up', 'in_progress', 'waiting', 'met', 'not_met', 'withdrawn']
export const SERVICES = ['machinery_grant', 'credit_desk', 'iso_9001'].map(serviceId)
const STRATA = [null, 'small', 'large']

/** More types of need than a word has bits; the catalogue's own come first. */
export const TYPES = [needTypeId('credit'), ...Array.from({ length: 40 }, () => uuidv7())]
export const PEOPLE = [uuidv7(), uuidv7(), uuidv7()]
export const CAMPAIGNS = [uuidv7(), uuidv7(), uuidv7()]
export const FIRMS = Array.from({ length: 9 }, () => uuidv7())

const pick = <T>(list: readonly T[]) => fc.constantFrom(...list)
const traits = fc.record({
  sector: pick(SECTORS),
  place: fc.option(pick(PLACES)),
  size: pick(SIZES),
  flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
})
const at = pick(MOMENTS)
const nth = fc.nat(1000)
const answer = fc.option(fc.boolean())

/** One thing people do, or an accident; `nth` chooses among the rows there are. */
export const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      verb: fc.constant('call'),
      nth,
      at,
      level: pick(LEVELS),
      outcome: pick(OUTCOMES),
      user: pick(PEOPLE),
      traits,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      verb: fc.constant('visit'),
      nth,
      at,
      level: pick(LEVELS),
      user: pick(PEOPLE),
      traits,
      answers: fc.array(fc.tuple(answer, answer, answer), { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      verb: fc.constant('need'),
      nth,
      at,
      type: pick(TYPES),
      user: pick(PEOPLE),
      where: pick(['visit', 'call', 'both', 'nowhere', 'no campaign']),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      verb: fc.constant('answer'),
      nth,
      status: pick(STATUSES),
      up: fc.option(at),
      due: fc.option(pick(DAYS)),
    }),
  },
  fc.record({
    verb: fc.constant('list'),
    nth,
    campaign: pick(CAMPAIGNS),
    reserve: fc.boolean(),
    stratum: pick(STRATA),
  }),
  fc.record({ verb: fc.constant('call in'), nth }),
  fc.record({ verb: fc.constant('lease'), nth }),
  fc.record({ verb: fc.constant('change visit'), nth, at, level: pick(LEVELS) }),
  fc.record({
    verb: fc.constant('present again'),
    nth,
    answers: fc.array(fc.tuple(answer, answer, answer), { maxLength: 3 }),
  }),
  fc.record({ verb: fc.constant('register'), nth, traits, active: fc.boolean() }),
  fc.record({ verb: fc.constant('drop need'), nth }),
  fc.record({ verb: fc.constant('drop visit'), nth }),
  fc.record({ verb: fc.constant('by promoter'), on: fc.boolean() }),
  fc.record({ verb: fc.constant('move place'), place: pick(PLACES), province: pick(['LT', 'FR']) }),
  fc.record({ verb: fc.constant('new firm'), traits }),
)
export type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

const NARROWINGS = ['sector', 'municipality', 'area', 'size', 'young', 'female', 'foreign', 'promoter'] as const

/** Any filter; most narrow by little, for one that narrows by all finds nothing to be wrong about. */
export const someFilter = fc
  .record({
    campaign: fc.subarray(CAMPAIGNS),
    from: fc.option(pick(DAYS)),
    to: fc.option(pick(DAYS)),
    weighted: fc.boolean(),
    sector: fc.subarray(SECTORS, { minLength: 1 }),
    municipality: fc.subarray(PLACES, { minLength: 1 }),
    area: fc.subarray(['LT', 'FR'], { minLength: 1 }),
    size: fc.subarray(SIZES, { minLength: 1 }),
    young: fc.constant(true),
    female: fc.constant(true),
    foreign: fc.constant(true),
    promoter: fc.subarray(PEOPLE, { minLength: 1 }),
    narrowings: fc.oneof(...[0, 1, 2, 8].map((maxLength) => fc.subarray([...NARROWINGS], { maxLength }))),
  })
  .map(({ narrowings, campaign, from, to, weighted, ...narrow }) => {
    const chosen = Object.fromEntries(narrowings.map((name) => [name, narrow[name]]))
    return insightFilter.parse({ campaign, from, to, weighted, ...chosen })
  })

const insertTraits = (t: { sector: string; place: string | null; size: string; flags: boolean[] }) => [
  t.sector,
  t.place,
  t.size,
  ...t.flags,
]

/** Does the deed with plain SQL, on whichever connection: also inside a transaction that nobody has seen yet. */
export async function does(client: Client, deed: Deed): Promise<void> {
  const one = async (table: string, nth: number) => {
    const { rows } = await client.query(
      `select * from ${table} order by id offset $1 % greatest(1, (select count(*) from ${table})) limit 1`,
      [nth],
    )
    return rows[0]
  }
  const made = { sector_id: 0, municipality_code: 0, size_class: 0, young: 0, female: 0, foreign: 0 }
  const columns = Object.keys(made)
    .map((name) => `"${name}"`)
    .join(', ')
  switch (deed.verb) {
    case 'call':
    case 'visit': {
      const a = await one('assignment', deed.nth)
      if (!a) return
      const id = uuidv7()
      const isCall = 'outcome' in deed
      await client.query(
        `insert into ${deed.verb} (id, assignment_id, campaign_id, firm_id, user_id, at, digital_level, ${columns}, updated_at ${isCall ? ', outcome' : ''})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now() ${isCall ? ', $14' : ''})`,
        [
          id,
          a.id,
          a.campaign_id,
          a.firm_id,
          deed.user,
          deed.at,
          deed.level,
          ...insertTraits(deed.traits),
          ...(isCall ? [deed.outcome] : []),
        ],
      )
      if ('answers' in deed) await present(client, id, deed.answers)
      return
    }
    case 'need': {
      const [v, c] = [await one('visit', deed.nth), await one('call', deed.nth)]
      // Said at a visit or on the phone, it is a need of the firm that was spoken with.
      const said = deed.where === 'both' ? (v ?? c) : deed.where === 'call' ? c : v
      const firm = said ?? {
        firm_id: FIRMS[deed.nth % FIRMS.length],
        campaign_id: CAMPAIGNS[0],
      }
      const [visit, call] = [
        deed.where === 'visit' || deed.where === 'both' ? v : null,
        deed.where === 'call' || deed.where === 'both' ? c : null,
      ]
      await client.query(
        `insert into need (id, firm_id, campaign_id, need_type_id, call_id, visit_id, recorded_by_id, recorded_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
        [
          uuidv7(),
          firm.firm_id,
          deed.where === 'no campaign' ? null : firm.campaign_id,
          deed.type,
          call?.id,
          visit?.id,
          deed.user,
          deed.at,
        ],
      )
      return
    }
    case 'answer': {
      const n = await one('need', deed.nth)
      await client.query('update need set status = $2, taken_up_at = $3, due_on = $4 where id = $1', [
        n?.id,
        deed.status,
        deed.up,
        deed.due,
      ])
      return
    }
    case 'list': {
      const firm = await one('firm', deed.nth)
      const state = deed.reserve ? 'reserve' : 'to_call'
      await client.query(
        `insert into assignment (id, campaign_id, firm_id, state, stratum, draw_order, updated_at) values ($1, $2, $3, $4, $5, 1, now())
         on conflict (campaign_id, firm_id) do update set state = excluded.state, stratum = excluded.stratum`,
        [uuidv7(), deed.campaign, firm.id, state, deed.stratum],
      )
      return
    }
    case 'call in':
    case 'lease': {
      const a = await one('assignment', deed.nth)
      const change = deed.verb === 'lease' ? 'lease_until = now()' : `state = 'to_call'`
      await client.query(`update assignment set ${change} where id = $1`, [a?.id])
      return
    }
    case 'change visit': {
      const v = await one('visit', deed.nth)
      await client.query('update visit set at = $2, digital_level = $3 where id = $1', [v?.id, deed.at, deed.level])
      return
    }
    case 'present again': {
      const v = await one('visit', deed.nth)
      if (!v) return
      await client.query('delete from visit_service where visit_id = $1', [v.id])
      await present(client, v.id, deed.answers)
      return
    }
    case 'register': {
      const f = await one('firm', deed.nth)
      await client.query(
        `update firm set (${columns}) = row($2::uuid, $3, $4::size_class, $5::boolean, $6::boolean, $7::boolean), status = $8 where id = $1`,
        [f.id, ...insertTraits(deed.traits), deed.active ? 'active' : 'ceased'],
      )
      return
    }
    case 'drop need': {
      const n = await one('need', deed.nth)
      await client.query('delete from need where id = $1', [n?.id])
      return
    }
    case 'drop visit': {
      const v = await one('visit', deed.nth)
      await client.query('delete from need where visit_id = $1', [v?.id])
      await client.query('delete from visit where id = $1', [v?.id])
      return
    }
    case 'by promoter':
      await client.query(
        `insert into setting (key, value, updated_at) values ('chamber', $1, now()) on conflict (key) do update set value = excluded.value`,
        [JSON.stringify({ perPromoterFigures: deed.on })],
      )
      return
    case 'move place':
      await client.query('update municipality set province = $2 where istat_code = $1', [deed.place, deed.province])
      return
    case 'new firm':
      return newFirm(client, uuidv7(), deed.traits)
  }
}

async function present(client: Client, visit: string, answers: (boolean | null)[][]) {
  for (const [i, said] of answers.entries()) {
    await client.query('insert into visit_service values ($1, $2, $3, $4, $5)', [visit, SERVICES[i], ...said])
  }
}

async function newFirm(client: Client, id: string, traits: Parameters<typeof insertTraits>[0]) {
  await client.query(
    `insert into firm (id, codice_fiscale, name, search_name, sector_id, municipality_code, size_class, young, female, "foreign", updated_at)
     values ($1::uuid, $1::uuid::text, 'Impresa', $1::uuid::text, $2, $3, $4, $5, $6, $7, now())`,
    [id, ...insertTraits(traits)],
  )
}

/** Lists, people, campaigns and firms: what is there before anybody does anything. */
export async function layEvidenceWorld(client: Client): Promise<void> {
  await client.query(
    `insert into municipality (istat_code, name, search_name, province) values ('060038', 'Frosinone', 'frosinone', 'FR')
     on conflict do nothing`,
  )
  for (const [i, id] of TYPES.slice(1).entries()) {
    await client.query(
      `insert into need_type (id, code, name_it, name_en, short_it, short_en, position, updated_at) values ($1, $2::text, $2::text, $2::text, $2::text, $2::text, $3, now())`,
      [id, `type${i}`, 100 + i],
    )
  }
  for (const [i, id] of PEOPLE.entries()) {
    await client.query(
      `insert into app_user (id, email, name, role, password_hash, updated_at) values ($1, $2::text, $2::text, 'promoter', 'none', now())`,
      [id, `p${i}@example.test`],
    )
  }
  for (const id of CAMPAIGNS) {
    await client.query(
      `insert into campaign (id, name, kind, starts_on, ends_on, target_calls, target_visits, updated_at)
       values ($1, 'Programma', 'drawn', '2025-01-01', '2025-12-31', 1, 1, now())`,
      [id],
    )
    await client.query(
      `insert into campaign_stratum (campaign_id, key, position, cells, frame, sample, reserves)
       values ($1, 'small', 0, '[]', 90, 9, 0), ($1, 'large', 1, '[]', 10, 5, 0)`,
      [id],
    )
  }
  for (const id of FIRMS) {
    await newFirm(client, id, {
      sector: SECTORS[0] as string,
      place: PLACES[0] as string,
      size: 'unknown',
      flags: [false, false, false],
    })
  }
}

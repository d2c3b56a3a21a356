import fc from 'fast-check'
import { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVisits } from '@/lib/api/queries'
import { none } from '@/lib/comparison/rules'
import { registerMakeup, visitedMakeup } from '@/lib/composition/queries'
import { db } from '@/lib/db'
import { readLevels } from '@/lib/digital/queries'
import { catchUp, type Evidence } from '@/lib/evidence/catch-up'
import { Counter, type Figures, type State } from '@/lib/evidence/counter'
import { Copy } from '@/lib/evidence/keep'
import { WHOLE } from '@/lib/evidence/part'
import { Parts } from '@/lib/evidence/parts'
import { counted, firmsBehind } from '@/lib/evidence/queries'
import { Selection } from '@/lib/evidence/selection'
import { visitsSaid } from '@/lib/evidence/visits-said'
import { spanOfWork } from '@/lib/evidence/work'
import { readNeedTotals, readReach, readRegister } from '@/lib/insight/queries'
import { behindInput, GROUPS, type InsightFilter, insightFilter, STEPS } from '@/lib/insight/schema'
import type { Actor } from '@/lib/permissions'
import { readPresented } from '@/lib/presented/queries'
import { readCells } from '@/lib/ranking/queries'
import { readWork } from '@/lib/report/work'
import { CountingProcess } from '@/lib/runtime/counting'
import { actAs } from '@/lib/session'
import type { Shared } from '@/lib/statistics/newcombe'
import { readWeeks } from '@/lib/trend/queries'
import { readStrata } from '@/lib/weighting/queries'
import {
  CAMPAIGNS,
  type Deed,
  deed,
  does,
  layEvidenceWorld,
  PEOPLE,
  PLACES,
  SECTORS,
  SERVICES,
  someFilter,
  TYPES,
} from '../support/evidence-world'
import { IN_SQL } from '../support/figures-in-sql'
import { person } from '../support/people'

const all = insightFilter.parse({})
const NOW = new Date('2025-10-26T12:00:00Z')
const kept = globalThis as typeof globalThis & { figures?: Map<string, Figures> }

let manager: Actor
let promoter: Actor
let client: Client
/** Somebody whose transaction is not at its end. */
let colleague: Client
let processes: Copy[] = []
/** A process that counts the firms in two parts. */
let inParts: Figures

beforeAll(async () => {
  manager = await person('manager')
  promoter = await person('promoter')
  client = await connected()
  colleague = await connected()
  await layEvidenceWorld(client)
  processes = [0, 1].map(() => new Copy(url()))
  inParts = new Parts([0, 1].map((index) => new Counter(new Copy(url(), { index, of: 2 }))))
})
afterAll(async () => {
  await client.end()
  await colleague.end()
})

async function connected() {
  const one = new Client({ connectionString: process.env.DATABASE_URL })
  await one.connect()
  return one
}

const url = () => process.env.DATABASE_URL ?? ''

const counters = new Map<Copy, Counter>()
function figuresOf(copy: Copy): Counter {
  const one = counters.get(copy) ?? new Counter(copy)
  counters.set(copy, one)
  return one
}

/** What a manager reads from one process of the server. */
async function as<T>(one: Copy | Figures | undefined, read: () => Promise<T>): Promise<T> {
  if (one) kept.figures = new Map([[url(), one instanceof Copy ? figuresOf(one) : one]])
  return actAs(manager, read)
}

const chosenVisits = (evidence: Evidence) =>
  visitsSaid(new Selection(evidence, insightFilter.parse({}))).is.reduce((sum, one) => sum + one, 0)
const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()
const totals = ({ daysToTakeUp, ...counts }: { daysToTakeUp: number | null }) => {
  return { ...counts, days: daysToTakeUp === null ? null : Math.round(daysToTakeUp * 1e6) }
}

async function fromMemory(filter: InsightFilter) {
  return {
    reach: await readReach(filter),
    totals: totals(await readNeedTotals(filter, NOW)),
    register: await readRegister(filter),
    cells: sorted(await readCells(filter)),
    levels: sorted(await readLevels(filter)),
    weeks: await readWeeks(filter),
    registerMakeup: sorted(await registerMakeup(filter)),
    visitedMakeup: sorted(await visitedMakeup(filter)),
    presented: await readPresented(filter),
    work: await readWork(filter),
    strata: await readStrata(filter.campaign[0] ?? CAMPAIGNS[0] ?? ''),
  }
}

async function fromTables(filter: InsightFilter): Promise<Awaited<ReturnType<typeof fromMemory>>> {
  return {
    reach: await IN_SQL.reach(filter),
    totals: totals(await IN_SQL.totals(filter, NOW)),
    register: await IN_SQL.register(filter),
    cells: sorted(await IN_SQL.cells(filter)),
    levels: sorted(await IN_SQL.levels(filter)),
    weeks: await IN_SQL.weeks(filter),
    registerMakeup: sorted(await IN_SQL.registerMakeup(filter)),
    visitedMakeup: sorted(await IN_SQL.visitedMakeup(filter)),
    presented: await IN_SQL.presented(filter),
    work: await IN_SQL.work(filter),
    strata: await IN_SQL.strata(filter.campaign[0] ?? CAMPAIGNS[0] ?? ''),
  }
}

const onBoth = (one: Set<string>, other: Set<string>) => new Set([...one].filter((firm) => other.has(firm)))

/** The lines of a comparison that hang on firms of both sides, from the lists of firms behind each side's numbers. */
async function sharedInSql(one: InsightFilter, two: InsightFilter): Promise<Map<string, Shared>> {
  const firmsOf = (filter: InsightFilter) => async (numbers: object[]) => {
    const lists = await Promise.all(numbers.map((number) => IN_SQL.behind(behindInput.parse({ ...number, ...filter }))))
    return new Set(lists.flat())
  }
  const [first, second] = [firmsOf(one), firmsOf(two)]
  /** `of`: numbers whose firms together are the base. */
  const line = async (of: object[], part: object): Promise<Shared> => {
    const [before, after] = [await first(of), await second(of)]
    const base = onBoth(before, after)
    const [was, is] = [onBoth(await first([part]), base), onBoth(await second([part]), base)]
    return { n: base.size, first: was.size, second: is.size, both: onBoth(was, is).size }
  }
  const lines = new Map<string, Shared>([
    ['visited', await line([{ step: 'contacted' }], { step: 'visited' })],
    ['withNeeds', await line([{ step: 'visited' }], { step: 'withNeeds' })],
    ['offline', await line([{ level: 'none' }, { level: 'email' }, { level: 'website' }], { level: 'none' })],
  ])
  for (const type of TYPES.slice(0, 2)) lines.set(type, await line([{ step: 'visited' }], { need: type }))
  return lines
}

const numbers = fc.oneof(
  fc.record({ step: fc.constantFrom(...STEPS) }),
  fc.record({ said: fc.constantFrom('recorded', 'takenUp', 'met') }),
  fc.record({ level: fc.constantFrom('none', 'email', 'website'), row: fc.option(fc.constantFrom(...SECTORS)) }),
  fc.record({
    service: fc.constantFrom(...SERVICES),
    answer: fc.constantFrom('presented', 'known', 'used', 'interested'),
  }),
  fc.record({ need: fc.constantFrom(...TYPES), group: fc.option(fc.constantFrom(...GROUPS)) }),
  fc.record({
    row: fc.constantFrom(...SECTORS),
    staff: fc.option(fc.constantFrom('staff_0_1', 'staff_2_9', 'unknown')),
  }),
  fc.record({ place: fc.constantFrom(...PLACES), week: fc.option(fc.constantFrom('2025-03-24', '2025-10-20')) }),
)

const chapter = fc.record({
  deeds: fc.array(fc.tuple(deed, fc.constantFrom('here', 'here', 'by a colleague')), { minLength: 4, maxLength: 16 }),
  end: fc.constantFrom('none', 'commit', 'rollback'),
  filters: fc.array(someFilter, { minLength: 1, maxLength: 3 }),
  number: numbers,
  process: fc.nat(2),
})

describe('the copy in memory says what the tables say', () => {
  test('whatever is done between two readings, and however it is asked', async () => {
    const story = fc.record({ anew: fc.boolean(), chapters: fc.array(chapter, { minLength: 1, maxLength: 4 }) })
    await fc.assert(
      fc.asyncProperty(story, async ({ anew, chapters }) => {
        if (anew) await client.query('truncate need, visit_service, visit, call, assignment cascade')
        for (const { deeds, end, filters, number, process } of chapters) {
          await colleague.query('begin')
          for (const [one, where] of deeds) {
            // Whoever waits for the other's row would wait for ever: such a deed is left out.
            const by = where === 'here' ? client : colleague
            await by.query(`set ${by === colleague ? 'local ' : ''}lock_timeout = 1`)
            if (by === colleague) await by.query('savepoint before')
            await does(by, one).catch(async (error) => {
              if (!/lock timeout|deadlock|foreign key/.test(String(error))) throw error
              if (by === colleague) await by.query('rollback to before')
            })
          }
          for (const finished of end === 'none' ? [true] : [false, true]) {
            if (finished) await colleague.query(end === 'rollback' ? 'rollback' : 'commit')
            for (const filter of filters) {
              const asked = { ...number, ...filter }
              const [told, firms] = [await fromTables(filter), await IN_SQL.behind(behindInput.parse(asked))]
              // One of the processes is asked at every turn, the other now and then.
              const readers = [...processes, inParts]
              for (const one of finished ? readers : [readers[process]]) {
                expect(await as(one, () => fromMemory(filter))).toEqual(told)
                const found = await as(one, () => firmsBehind(behindInput.parse(asked)))
                expect(found.firms.map(({ id }) => id)).toEqual(firms.slice(0, 50))
                expect(found.total).toBe(firms.length)
              }
            }
          }
        }
        const [one = all, two = all] = chapters.at(-1)?.filters ?? []
        const told = await sharedInSql(one, two)
        for (const reader of [processes[0], inParts]) {
          const found = await as(reader, () => counted('shared', one, two))
          for (const [line, shared] of told) expect(found.get(line) ?? none(), line).toEqual(shared)
        }
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})

describe('the copy in memory', () => {
  const visit = { verb: 'visit', nth: 0, at: '2025-06-10T10:00:00.001Z', level: 'none', user: PEOPLE[0], answers: [] }
  const was = { sector: SECTORS[0], place: null, size: 'unknown', flags: [false, false, false] }
  const visits = (one?: Copy) => as(one, async () => (await readWork(insightFilter.parse({}))).last)

  beforeAll(async () => {
    await client.query('truncate need, visit_service, visit, call, assignment cascade')
    await does(client, { verb: 'list', nth: 0, campaign: CAMPAIGNS[0] as string, reserve: false, stratum: null })
  })

  test('has what was saved before it is asked, in every process', async () => {
    await does(client, { ...visit, traits: was } as Deed)
    for (const one of processes) expect(await as(one, () => readReach(all))).toMatchObject({ visited: 1 })
  })

  test('misses nothing that is committed late, and sees nothing that never is', async () => {
    await colleague.query('begin')
    await does(colleague, { ...visit, at: '2025-06-11T10:00:00Z', traits: was } as Deed)
    await does(client, { ...visit, at: '2025-06-12T10:00:00Z', traits: was } as Deed)
    expect(await visits(processes[0])).toEqual(new Date('2025-06-12T10:00:00Z'))
    const before = await processes[0]?.read()
    const seen = () =>
      [...(before?.facts.visits.columns.bits ?? [])].slice(0, before?.facts.visits.n).filter(Boolean).length
    expect(seen()).toBe(2)
    await colleague.query('commit')
    const after = await processes[0]?.read()
    expect(chosenVisits(after as Evidence)).toBe(3)
    // Whoever still counts in the state before sees that one.
    expect(seen()).toBe(2)
    await colleague.query('begin')
    await does(colleague, { ...visit, at: '2025-06-13T10:00:00Z', traits: was } as Deed)
    await colleague.query('rollback')
    expect(await visits(processes[0])).toEqual(new Date('2025-06-12T10:00:00Z'))
  })

  test('goes on after its connection was lost', async () => {
    await processes[0]?.read()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like '%evidence_removed%' and pid <> pg_backend_pid()`,
    )
    await does(client, { ...visit, at: '2025-06-14T10:00:00Z', traits: was } as Deed)
    const found = await visits(processes[0]).catch(() => visits(processes[0]))
    expect(found).toEqual(new Date('2025-06-14T10:00:00Z'))
  })

  test('is read anew where the database went back to an older backup, whose stamps may be of another server', async () => {
    const one = processes[0] as Copy
    const known = await one.read()
    const later = { ...known, snapshot: '900000000:900000000:' }
    await client.query('alter table visit disable trigger visit_changed')
    await client.query(`update visit set changed_in = '800000000', at = '2025-06-15T10:00:00Z'`)
    await client.query('alter table visit enable trigger visit_changed')
    const anew = await catchUp(client, later)
    expect(chosenVisits(anew)).toBe(4)
    expect(spanOfWork(new Selection(anew, all)).first).toEqual(new Date('2025-06-15T10:00:00Z'))
    const next = await catchUp(client, anew)
    expect(next.facts).toBe(anew.facts)
    await client.query(`update visit set at = '2025-06-16T10:00:00Z'`)
    expect(spanOfWork(new Selection(await catchUp(client, next), all)).first).toEqual(new Date('2025-06-16T10:00:00Z'))
  })

  test('is laid anew while it answers, once the rows of many firms lie apart', async () => {
    const one = new Copy(url(), WHOLE, 0)
    await one.read()
    await does(client, { ...visit, at: '2025-06-17T10:00:00Z', traits: was } as Deed)
    const apart = async () => (await one.read()).facts.visits.chain.loose.size
    expect(await apart()).toBe(1)
    await expect.poll(apart).toBe(0)
    expect(await as(one, () => fromMemory(all))).toEqual(await fromTables(all))
    await does(client, { ...visit, at: '2025-06-18T10:00:00Z', traits: was } as Deed)
    expect(await visits(one)).toEqual(new Date('2025-06-18T10:00:00Z'))
    // What reads on behind this would be in the way of those that change tables.
    await expect.poll(apart).toBe(0)
  })

  test('is brought up to date once for all who ask meanwhile, and after they asked', async () => {
    const one = new Copy(url())
    const first = one.read()
    const [second, third] = [one.read(), one.read()]
    expect(second).toBe(third)
    expect(second).not.toBe(first)
    expect((await second).facts).toBe((await first).facts)
  })

  test('counts in a process of its own as it does here, and in the next where that ended', async () => {
    const counting = new CountingProcess()
    const here = new Counter(new Copy(url()))
    const asked = insightFilter.parse({ campaign: CAMPAIGNS[0] })
    const answersOf = async (figures: Figures, state: Promise<State>) => {
      const now = await state
      const [steps, work, behind, shared, weeks] = await Promise.all([
        figures.count(now, 'steps', all, []),
        figures.count(now, 'work', asked, []),
        figures.count(now, 'behind', behindInput.parse({ step: 'visited' }), []),
        figures.count(now, 'shared', all, [asked]),
        figures.count(now, 'weeks', all, []),
      ])
      return { steps, work, behind, shared, weeks }
    }
    for (const at of ['2025-06-19T10:00:00Z', '2025-06-20T10:00:00Z', '2025-07-20T10:00:00Z']) {
      await does(client, { ...visit, at, traits: was } as Deed)
      const told = await answersOf(here, here.state())
      expect(told.behind.length).toBeGreaterThan(0)
      expect(await answersOf(counting, counting.state())).toEqual(told)
    }
    const told = await answersOf(here, here.state())
    await counting.close()
    // Asked for a state that ended with it.
    expect(await answersOf(counting, Promise.resolve([1, 1]))).toEqual(told)
    for (const name of ['steps', 'weeks'] as const) {
      await expect(counting.count([1, 1], name, { ...all, from: {} as string }, [])).rejects.toThrow()
    }
    await counting.close()
  })

  test('keeps what went from a firm of one part to a firm of another once, and where it is now', async () => {
    const firms = (await client.query<{ id: string }>('select id from firm order by serial % 2 desc, serial')).rows
    const [from, to] = [firms[0]?.id, firms.at(-1)?.id]
    // What was done before may have put one of them on the list already.
    await client.query(
      `insert into assignment (id, campaign_id, firm_id, state, draw_order, updated_at)
       select gen_random_uuid(), $1, id, 'to_call', 1, now() from firm where id = any($2) on conflict do nothing`,
      [CAMPAIGNS[0], [from, to]],
    )
    const moves = `update visit v set firm_id = a.firm_id, assignment_id = a.id, campaign_id = a.campaign_id from assignment a
      where a.campaign_id = $1 and a.firm_id = $2 and v.id = (select id from visit order by id limit 1)`
    for (const firm of [from, to, from]) {
      await client.query(moves, [CAMPAIGNS[0], firm])
      expect(await as(inParts, () => fromMemory(all))).toEqual(await fromTables(all))
    }
  })

  test('stays behind the gate', async () => {
    await expect(actAs(promoter, () => counted('steps', all))).rejects.toThrow('403')
  })

  test('leaves no trace of itself in what people read', async () => {
    const rows = await actAs(manager, () => readVisits({} as never, { limit: 5, personal: true }))
    const [firm, assignment] = [await db.firm.findFirst(), await db.assignment.findFirst({ include: { visits: true } })]
    expect(JSON.stringify([rows, firm, assignment])).not.toMatch(/serial|changed_?in/i)
  })

  test('takes up the lists the Chamber edits', async () => {
    const id = uuidv7()
    await client.query(
      `insert into sector (id, code, name_it, name_en, position, updated_at) values ($1, 'new', 'Nuovo', 'New', 99, now())`,
      [id],
    )
    await does(client, { ...visit, at: '2025-06-17T10:00:00Z', traits: { ...was, sector: id } } as Deed)
    for (const one of processes) {
      const cells = await as(one, () => readCells(insightFilter.parse({ sector: id })))
      expect(cells).toContainEqual(expect.objectContaining({ sectorId: id, needTypeId: null, firms: 1 }))
    }
  })

  test('misses nothing after a catch-up that broke off half-way', async () => {
    const call = { verb: 'call', nth: 0, at: '2025-06-14T12:00:00Z', level: 'none', outcome: 'interviewed' }
    const told = { ...call, user: PEOPLE[0], traits: was } as Deed
    await processes[0]?.read()
    await does(client, told)
    await does(client, { ...visit, at: '2025-06-18T09:00:00Z', traits: was } as Deed)
    // Calls are read, and then the visits cannot be.
    await client.query('alter table visit rename column digital_level to hidden')
    await expect(processes[0]?.read()).rejects.toThrow('not read to its end')
    await client.query('alter table visit rename column hidden to digital_level')
    await does(client, { ...told, at: '2025-06-14T13:00:00Z' } as Deed)
    expect(await as(processes[0], () => fromMemory(all))).toEqual(await fromTables(all))
  })
})

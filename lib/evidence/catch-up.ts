import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ClientBase, QueryResult } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  type Drafts,
  draftsOf,
  FACT_NAMES,
  FACTS,
  type Fact,
  type FactName,
  type Facts,
  factsOf,
  noFacts,
} from '@/lib/evidence/facts'
import { LIST_TABLES, type Lists, noLists, readLists } from '@/lib/evidence/names'
import { isIn, type Part, placeAt, placeOf, placeOrNone, WHOLE } from '@/lib/evidence/part'

/** The evidence as one snapshot of the database saw it. Whoever holds it sees it unchanged. */
export type Evidence = {
  /** `pg_snapshot` as text; null before anything was read. */
  snapshot: string | null
  /** Whether the Chamber shows figures by promoter. */
  perPromoter: boolean
  part: Part
  lists: Lists
  facts: Facts
}
/** The catch-up broke off: some rows may lie behind the end of what was known, from which none can start again. */
export class HalfRead extends Error {}
export const nothing = (part = WHOLE): Evidence => {
  return { snapshot: null, perPromoter: false, part, lists: noLists(), facts: noFacts() }
}

/**
 * Stamped by a transaction that the snapshot `since` did not see and ours sees: the first two conditions are for the
 * index. A stamp from the future came with a backup of another server, and was read with the rest.
 */
const isNew = (stamp: string, since: string) => `${stamp} >= pg_snapshot_xmin(${since})
  and ${stamp} < pg_snapshot_xmax(pg_current_snapshot()) and not pg_visible_in_snapshot(${stamp}, ${since})`

/** In order, so that the planner takes the index also where it cannot guess how few there are. */
const someNew = (table: string, since: string) =>
  `coalesce((select true from ${table} r where ${isNew('r.changed_in', since)} order by r.changed_in limit 1), false)`
const TABLE: Record<FactName, string> = {
  ...{ firms: 'firm', assignments: 'assignment', calls: 'call', visits: 'visit', needs: 'need', presented: 'visit' },
}
const probing = (since: string) => `select pg_current_snapshot()::text snapshot,
  coalesce((select value->>'perPromoterFigures' = 'true' from setting where key = 'chamber'), false) "perPromoter",
  ${since} is null or pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(${since}) or exists(
    select from evidence_removed r where r.serial = 0 and ${isNew('r.removed_in', since)}) whole,
  exists(select from evidence_removed r where ${isNew('r.removed_in', since)}) removed,
  ${LIST_TABLES.map((table) => someNew(table, since)).join(' or ')} lists,
  ${FACT_NAMES.map((name) => `${someNew(TABLE[name], since)} "${name}"`).join(', ')}`
type Probe = { snapshot: string; perPromoter: boolean; whole: boolean; removed: boolean; lists: boolean } & Record<
  FactName,
  boolean
>
const PROBE = { name: 'evidence probe', text: probing('$1::pg_snapshot') }
/** COPY takes no parameters. */
const SINCE = `nullif(current_setting('evidence.since'), '')::pg_snapshot`
/** All that comes before the rows, in one message: each that waits for an answer waits for the counting too. */
const opening = (client: ClientBase, { snapshot }: Evidence) => `begin isolation level repeatable read read only;
  select set_config('evidence.since', ${client.escapeLiteral(snapshot ?? '')}, true); ${probing(SINCE)}`

/**
 * The evidence as it is now, from what was known before: rows that transactions stamped since, and the whole where
 * nothing was known, too much went, or the database is another (an older backup). With nothing new it is one statement
 * of about a millisecond.
 */
export async function catchUp(client: ClientBase, known: Evidence): Promise<Evidence> {
  const seen = (await client.query<Probe>({ ...PROBE, values: [known.snapshot] })).rows[0] as Probe
  const news = seen.whole || seen.removed || seen.lists || FACT_NAMES.some((name) => seen[name])
  // One statement is one snapshot: what it saw nothing of need not be looked for again.
  if (!news) return { ...known, snapshot: seen.snapshot, perPromoter: seen.perPromoter }
  try {
    const next = await read(client, known)
    await client.query('commit')
    return next
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new HalfRead('The evidence was not read to its end.', { cause: error })
  }
}

async function read(client: ClientBase, known: Evidence): Promise<Evidence> {
  const answers = (await client.query(opening(client, known))) as unknown as QueryResult<Probe>[]
  const seen = answers.at(-1)?.rows[0] as Probe
  const { part } = known
  const base = seen.whole ? nothing(part) : known
  const drafts = draftsOf(base.facts, seen.whole)
  if (seen.removed && !seen.whole) await drop(client, part, drafts)
  for (const name of FACT_NAMES) {
    if (seen.whole || seen[name]) await copy(client, name, part, drafts, seen.whole)
    if (seen.whole) drafts[name].arrange()
  }
  const lists = seen.whole || seen.lists ? await readLists(client) : base.lists
  return { snapshot: seen.snapshot, perPromoter: seen.perPromoter, part, lists, facts: factsOf(drafts) }
}

async function drop(client: ClientBase, part: Part, drafts: Drafts) {
  const { rows } = await client.query<{ table: string; serial: number }>(
    `select "table", serial from evidence_removed r where ${isNew('r.removed_in', SINCE)}`,
  )
  const names = FACT_NAMES.filter((name) => name !== 'presented')
  for (const { table, serial } of rows) {
    for (const name of names) {
      if (TABLE[name] === table) drafts[name].clear(name === 'firms' ? placeAt(part, serial) : serial)
    }
  }
}

/** Rows of one table into its columns. All fields have fixed widths and none is null: so have all rows. */
async function copy(client: ClientBase, name: FactName, part: Part, drafts: Drafts, whole: boolean) {
  const { query, row, order = '' } = FACTS[name] as Fact
  // A row that went from a firm of this part to one of another is among those that changed.
  const rows = whole
    ? `${query(placeOf(part))} where ${isIn(part)} ${order && `order by ${order}`}`
    : `${query(placeOrNone(part))} where ${isNew(`${row}.changed_in`, SINCE)}`
  const put = name === 'presented' ? presenting(drafts) : (from: Buffer, at: number) => drafts[name].put(from, at)
  const { rowBytes } = drafts[name]
  let rest: Buffer = Buffer.alloc(0)
  let header = HEADER
  for await (const chunk of client.query(copyTo(`copy (${rows}) to stdout (format binary)`))) {
    const bytes: Buffer = rest.length ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
    let at = 0
    if (header && bytes.length >= header) {
      at = header
      header = 0
    }
    // The end is marked by a row of -1 fields, which is shorter than any.
    for (; !header && at + rowBytes <= bytes.length; at += rowBytes) put(bytes, at)
    rest = bytes.subarray(at)
    // Others are served too while all is read.
    if (whole) await nextTurn()
  }
}
/** `PGCOPY\n\377\r\n\0`, flags, length of an extension that no version has. */
const HEADER = 19

/** A service presented goes in front of those its visit has already. */
function presenting({ visits, presented }: Drafts) {
  return (from: Buffer, at: number) => {
    const visit = visits.placeOf(from.readInt32BE(at + 6))
    // Of a firm of another part.
    if (visit === 0) return
    const before = visits.get('first', visit)
    visits.set('first', visit, presented.push(from.readInt16BE(at + 14), from.readInt16BE(at + 20), before))
  }
}

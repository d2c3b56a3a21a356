import 'server-only'
import type { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { apply } from '@/lib/register/apply'
import { collapse } from '@/lib/register/collapse'
import { compare } from '@/lib/register/compare'
import { refuseMissing } from '@/lib/register/header'
import { recallMapping } from '@/lib/register/mappings'
import { openRegister } from '@/lib/register/open'
import { progressOf, type Step } from '@/lib/register/progress'
import { readIntoStage } from '@/lib/register/read'
import { type FoundFile, type ImportCounts, type ImportFormat, importChoices } from '@/lib/register/schema'

export type Import = { id: string; path: string; fileName: string; userId: string | null }

/** Somebody else's lock stood across ours, or theirs across ours: once more is enough. */
const DEADLOCK = '40P01'

/**
 * The corridor: decode → parse → judge → stage → compare → apply, on the connection that holds the turn. The register
 * is as before or as after, never between. Throws `Refusal` for a file that cannot be brought in; the import's row
 * says so then. `watch` hears of each step.
 */
export async function importRegister(client: Client, of: Import, watch?: (step: Step) => void): Promise<ImportCounts> {
  try {
    return await bringIn(client, of, watch)
  } catch (error) {
    // With the database gone the row stays as it is, and is shown as interrupted because nobody holds the turn.
    await giveUp(of, error).catch(() => undefined)
    throw error
  }
}

async function bringIn(client: Client, of: Import, watch?: (step: Step) => void): Promise<ImportCounts> {
  const progress = progressOf(of.id, watch)
  try {
    const opened = await openRegister(of.path, await choicesOf(of.id), recallMapping)
    const { found } = opened
    await noteFile(of.id, found)
    refuseMissing(found)
    const format: ImportFormat = {
      encoding: found.encoding,
      separator: found.separator,
      columns: found.header.length,
      readingAt: new Date().toISOString(),
    }
    const { read, stage, carried } = await readIntoStage(client, opened, (seen) =>
      progress.tell({ status: 'reading', progress: seen, total: Math.max(seen, found.rows ?? 0), format }),
    )
    await collapse(client)
    const written = { ...format, applyingAt: new Date().toISOString() }
    const step = (firms: number): Step => ({ status: 'applying', progress: firms, total: stage.firms, format: written })
    await progress.tell(step(0))

    const inOneTransaction = async () => {
      await client.query('begin')
      await compare(client, carried)
      await apply(client, of.id, carried, (firms) => progress.tell(step(firms)))
      await progress.end()
      const counts = await countUp(client, read, stage.rejects)
      await finish(client, of, counts)
      await client.query('commit')
      return counts
    }
    try {
      return await inOneTransaction()
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error
      return await inOneTransaction()
    }
  } finally {
    await progress.end().catch(() => undefined)
  }
}

async function choicesOf(id: string) {
  const { choices } = await db.registerImport.findUniqueOrThrow({ where: { id }, select: { choices: true } })
  return importChoices.parse(choices)
}

async function noteFile(id: string, found: FoundFile) {
  const { bytes, sha256: fileHash } = found
  await db.registerImport.update({ where: { id }, data: { bytes, fileHash, found } })
}

async function countUp(client: Client, read: number, rejected: number): Promise<ImportCounts> {
  const { rows } = await client.query(`
    select (select count(*)::int from staged) as firms,
      (select count(*)::int from verdict where firm_id is null) as created,
      (select count(*)::int from difference where ceases) as ceased,
      (select count(*)::int from difference where changes <> '{}' and not ceases) as changed`)
  const { firms, created, ceased, changed } = rows[0]
  return { read, created, changed, unchanged: firms - created - ceased - changed, ceased, rejected }
}

async function finish(client: Client, of: Import, counts: ImportCounts) {
  await client.query(
    `update register_import set status = 'done', read = $2, created = $3, changed = $4, unchanged = $5, ceased = $6,
      rejected = $7, finished_at = clock_timestamp(), updated_at = now() where id = $1`,
    [of.id, ...(['read', 'created', 'changed', 'unchanged', 'ceased', 'rejected'] as const).map((key) => counts[key])],
  )
  await client.query(
    `insert into activity (id, user_id, verb, subject_id, changes) values ($1, $2, 'register.imported', $3, $4)`,
    [uuidv7(), of.userId, of.id, JSON.stringify({ fileName: of.fileName, ...counts })],
  )
}

/** Nothing was written; the row says why, for the person at the screen and for the history. */
async function giveUp(of: Import, error: unknown) {
  const refusal =
    error instanceof Refusal ? { key: error.key, values: error.values } : { key: 'registerFailed', values: {} }
  const status = error instanceof Refusal ? 'refused' : 'interrupted'
  await db.$transaction([
    db.registerImport.update({ where: { id: of.id }, data: { status, refusal, finishedAt: new Date() } }),
    db.activity.create({
      data: {
        id: uuidv7(),
        userId: of.userId,
        verb: `register.${status}`,
        subjectId: of.id,
        changes: { fileName: of.fileName, reason: refusal.key },
      },
    }),
  ])
}

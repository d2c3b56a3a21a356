import 'server-only'
import type { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { apply } from '@/lib/register/apply'
import { carriedAgain } from '@/lib/register/carried'
import { compare } from '@/lib/register/compare'
import { countUp } from '@/lib/register/count'
import type { Progress } from '@/lib/register/progress'
import { COUNTED, type ImportCounts, type ImportFormat } from '@/lib/register/schema'
import { emptyStage } from '@/lib/register/stage-schema'
import type { RegisterImport } from '@/prisma/client/client'

/** Somebody else's lock stood across ours, or theirs across ours: once more is enough. */
const DEADLOCK = '40P01'

/** The import was stopped, or done already, while its turn came. */
export class Overtaken extends Error {}

/**
 * Writes a checked import into the register, in one transaction: the register is as before or as after, never between.
 * People have worked since the dry run, so everything is compared again first.
 */
export async function bringIn(
  client: Client,
  of: RegisterImport,
  format: ImportFormat,
  progress: Progress,
): Promise<ImportCounts> {
  try {
    return await inOneTransaction(client, of, format, progress)
  } catch (error) {
    await client.query('rollback')
    if (!(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error
    return await inOneTransaction(client, of, format, progress)
  }
}

async function inOneTransaction(client: Client, of: RegisterImport, format: ImportFormat, progress: Progress) {
  if (!format.carried) throw new Error('This import was never checked.')
  const carried = carriedAgain(format.carried)
  const { firms } = format
  await client.query('begin')
  await progress.tell({ step: 'writing', progress: 0, total: firms })
  await compare(client, carried, false)
  const counts = await countUp(client, { read: of.read, rejected: of.rejected })
  await apply(client, { importId: of.id, carried, full: of.full }, (written) =>
    progress.tell({ step: 'writing', progress: written, total: firms }),
  )
  await progress.tell({ step: 'finishing', progress: firms, total: firms })
  await progress.end()
  await finish(client, of, counts)
  await emptyStage(client, of.id)
  await client.query('commit')
  return counts
}

async function finish(client: Client, of: RegisterImport, counts: ImportCounts) {
  const names = COUNTED.map((name, index) => `${name} = $${index + 2}`)
  const { rowCount } = await client.query(
    `update register_import set status = 'done', applied_at = now(), finished_at = clock_timestamp(), updated_at = now(),
      ${names.join(', ')} where id = $1 and status = 'applying'`,
    [of.id, ...COUNTED.map((name) => counts[name])],
  )
  if (!rowCount) throw new Overtaken()
  await client.query(
    `insert into activity (id, user_id, verb, subject_id, changes) values ($1, $2, 'register.imported', $3, $4)`,
    [uuidv7(), of.userId, of.id, JSON.stringify({ fileName: of.fileName, full: of.full, ...counts })],
  )
}

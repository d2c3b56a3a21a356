import 'server-only'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { keptOf } from '@/lib/register/carried'
import { collapse } from '@/lib/register/collapse'
import { compare } from '@/lib/register/compare'
import { countUp } from '@/lib/register/count'
import { refuseMissing } from '@/lib/register/header'
import { recallMapping } from '@/lib/register/mappings'
import { openRegister } from '@/lib/register/open'
import type { Progress } from '@/lib/register/progress'
import { readIntoStage, referenceFingerprint } from '@/lib/register/read'
import { type ImportCounts, type ImportFormat, importChoices } from '@/lib/register/schema'
import { openStage } from '@/lib/register/stage-schema'
import type { Prisma, RegisterImport } from '@/prisma/client/client'

/**
 * The dry run: decode → parse → judge → stage → compare. Writes nothing to the register; the staged rows and what
 * would become of them wait in a schema of their own. Refuses a file whose key or name no column says (`registerNoKey`,
 * `registerNoName`).
 */
export async function check(
  client: Client,
  { id, choices }: RegisterImport,
  path: string,
  format: ImportFormat,
  progress: Progress,
): Promise<ImportCounts> {
  const opened = await openRegister(path, importChoices.parse(choices), recallMapping)
  const { found } = opened
  await db.registerImport.update({ where: { id }, data: { bytes: found.bytes, fileHash: found.sha256, found } })
  Object.assign(format, {
    encoding: found.encoding,
    separator: found.separator,
    columns: found.header.length,
    reference: await referenceFingerprint(),
  })
  refuseMissing(found)
  await openStage(client, id)
  const { read, stage, carried } = await readIntoStage(client, opened, (seen) =>
    progress.tell({ step: 'reading', progress: seen, total: Math.max(seen, found.rows ?? 0) }),
  )
  const words = opened.newWords()
  if (words.length > 0) await db.registerImport.update({ where: { id }, data: { found: { ...found, words } } })
  await progress.tell({ step: 'comparing', progress: read, total: read })
  await collapse(client)
  await compare(client, carried, true)
  await indexLists(client)
  const counts = await countUp(client, { read, rejected: stage.rejects })
  const { rows } = await client.query(`select count(*)::int as all, count(*) filter (where reason = 'duplicateRow')::int
    as duplicates, (select count(*)::int from staged) as firms from suspicion`)
  const { all, duplicates, firms } = rows[0]
  Object.assign(format, { carried: keptOf(carried), firms, tried: counts })
  await progress.end()
  await keep(client, id, { ...counts, duplicates, suspicious: all - duplicates }, format)
  return counts
}

/** The lists of the dry run are paged by these. */
async function indexLists(client: Client) {
  await client.query(`
    create index on verdict (ordinal) where firm_id is null;
    create index on difference (ordinal) where ceases;
    create index on suspicion (ordinal);
    create index on rejected (ordinal)`)
}

type Outcome = ImportCounts & { duplicates: number; suspicious: number }

/** On the connection that holds the turn: whoever stopped the import meanwhile has ended it. */
async function keep(client: Client, id: string, found: Outcome, format: ImportFormat) {
  const names = Object.keys(found).map((name, index) => `${name} = $${index + 3}`)
  await client.query(
    `update register_import set status = case status when 'checking' then 'checked'::import_status else status end, format = $2, checked_at = now(), updated_at = now(),
      refusal = null, ${names.join(', ')} where id = $1 and status in ('checking', 'applying')`,
    [id, JSON.stringify(format satisfies Prisma.InputJsonObject), ...Object.values(found)],
  )
}

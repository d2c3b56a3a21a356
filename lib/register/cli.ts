import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import refusals from '@/lib/i18n/en/refusals.json'
import { permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { importRegister } from '@/lib/register/import'
import { markInterrupted } from '@/lib/register/interrupted'
import type { Step } from '@/lib/register/progress'
import type { ImportCounts } from '@/lib/register/schema'
import { takeTurn } from '@/lib/register/turn'
import { withDatabase } from '@/lib/runtime/with-database'

/** `npm run register -- …`: the same import as on the screen, also for cron. */
const USAGE = `npm run register -- import FILE [--as EMAIL] [--json]
  --as EMAIL  the admin who imports; without it the history names nobody
  --json      the counts as one JSON line at the end
Exit codes: 0 done, 1 failed, 2 refused (the file, or the command as written)`

const DONE = 0
const FAILED = 1
const REFUSED = 2

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { json: { type: 'boolean' }, as: { type: 'string' } },
})
const [command, file] = positionals

async function run(file: string): Promise<number> {
  try {
    const started = performance.now()
    const counts = await importFile(file)
    tell(counts, (performance.now() - started) / 1000)
    return DONE
  } catch (error) {
    if (!(error instanceof Refusal)) {
      console.error(error instanceof Error ? error.message : error)
      return FAILED
    }
    const words: string = refusals[error.key as keyof typeof refusals] ?? error.key
    console.error(words.replace(/\{(\w+)\}/g, (_, name) => String(error.values[name])))
    return REFUSED
  }
}

async function importFile(file: string): Promise<ImportCounts> {
  const userId = typeof values.as === 'string' ? await findAdmin(values.as) : null
  const client = await takeTurn()
  try {
    await markInterrupted(client)
    const of = { id: uuidv7(), path: path.resolve(file), fileName: path.basename(file), userId }
    await db.registerImport.create({ data: { id: of.id, fileName: of.fileName, userId } })
    return await importRegister(client, of, show)
  } finally {
    await client.end()
  }
}

async function findAdmin(email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  if (!user?.active) throw new Refusal('notFound')
  permit(user, 'register.import')
  return user.id
}

function show({ status, progress, total }: Step) {
  process.stderr.write(`${status === 'reading' ? 'reading' : 'writing'} ${progress} of ${total}\n`)
}

function tell({ read, created, changed, unchanged, ceased, rejected }: ImportCounts, elapsed: number) {
  const seconds = Math.round(elapsed * 100) / 100
  console.info(`${read} rows read in ${seconds} s, ${rejected} rejected.`)
  console.info(`Firms: ${created} new, ${changed} changed, ${unchanged} unchanged, ${ceased} ceased.`)
  if (created + changed + ceased === 0) console.info('Nothing in the register has changed.')
  if (values.json) console.info(JSON.stringify({ read, new: created, changed, unchanged, ceased, rejected, seconds }))
}

const isFile = file
  ? await stat(file).then(
      (found) => found.isFile(),
      () => false,
    )
  : false
if (command === 'import' && file && isFile) {
  await withDatabase(() => run(file))
} else {
  console.error(command === 'import' && file ? `There is no file "${file}".` : USAGE)
  process.exitCode = REFUSED
}

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { clearRegister } from '@/lib/register/clear'
import { markApplying } from '@/lib/register/marks'
import type { Step } from '@/lib/register/progress'
import { keptUntil } from '@/lib/register/raw-file'
import { importChoices, importCounts, refusalShape } from '@/lib/register/schema'
import { stageSchema } from '@/lib/register/stage-schema'
import { applyImport, checkImport } from '@/lib/register/work'
import type { RegisterImport } from '@/prisma/client/client'

type Options = { as?: string; mapping?: string; dryRun: boolean; full: boolean; sure: boolean }

/** Dry run and import in one process. Refuses what the screen refuses; waits for nobody. */
export async function runImport(file: string, { as, mapping, dryRun, full, sure }: Options) {
  const started = performance.now()
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Refusal('registerNoFile', { file })
  await clearRegister()
  const id = await begin(file, as, mapping)
  const options = { path: path.resolve(file), otherwise: 'refuse', watch: show } as const
  await checkImport(id, options)
  await insistOn(id, 'checked')
  if (dryRun) await forget(id)
  else {
    await markApplyingUnattended(id, full, sure)
    await applyImport(id, options)
    await insistOn(id, 'done')
  }
  const row = await db.registerImport.findUniqueOrThrow({ where: { id } })
  return tell(row, dryRun ? full : row.full, dryRun, (performance.now() - started) / 1000)
}

/** Nobody is there to be asked once more: where too many firms are missing, they stay as they are, and that is said. */
async function markApplyingUnattended(id: string, full: boolean, sure: boolean) {
  const mark = (asked: boolean) =>
    db.$transaction(async (tx) => {
      const row = await tx.registerImport.findUniqueOrThrow({ where: { id } })
      await markApplying(tx, row, { full: asked, sure })
    })
  try {
    await mark(full)
  } catch (error) {
    if (!(error instanceof Refusal && error.key === 'registerManyMissing')) throw error
    const { missing, active } = error.values
    console.warn(
      `${missing} of ${active} active firms are missing: taken for a partial list (--sure makes them cease).`,
    )
    await mark(false)
  }
}

async function begin(file: string, as: string | undefined, mapping: string | undefined): Promise<string> {
  const userId = as ? await findAdmin(as) : null
  const { id } = await db.registerImport.create({
    data: {
      ...{ id: uuidv7(), fileName: path.basename(file), userId, status: 'checking', keptUntil: await keptUntil() },
      choices: importChoices.parse({ mapping }),
    },
  })
  return id
}

/** The id of the admin of that address. */
export async function findAdmin(email: string): Promise<string> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  if (!user?.active) throw new Refusal('notFound')
  permit(user, 'register.import')
  return user.id
}

/** A step that ended otherwise has written down why. */
async function insistOn(id: string, status: RegisterImport['status']) {
  const row = await db.registerImport.findUniqueOrThrow({ where: { id } })
  if (row.status === status) return
  const { key, values } = refusalShape.parse(row.refusal ?? { key: 'registerInterrupted' })
  throw new Refusal(key, values)
}

async function forget(id: string) {
  await db.$transaction([
    db.$executeRawUnsafe(`drop schema if exists ${stageSchema(id)} cascade`),
    db.registerImport.update({ where: { id }, data: { status: 'discarded', keptUntil: null, finishedAt: new Date() } }),
  ])
}

function show({ step, progress, total }: Step) {
  process.stderr.write(`${step} ${progress} of ${total}\n`)
}

function tell(row: RegisterImport, full: boolean, dryRun: boolean, elapsed: number) {
  const { read, created, changed, unchanged, ceased, missing, rejected } = importCounts.parse(row)
  const seconds = Math.round(elapsed * 100) / 100
  if (dryRun) console.info('A dry run: nothing was written.')
  console.info(`${read} rows read in ${seconds} s, ${rejected} rejected.`)
  console.info(`Firms: ${created} new, ${changed} changed, ${unchanged} unchanged, ${ceased} ceased.`)
  if (missing) console.info(`${missing} firms are missing from the file: they ${full ? 'cease' : 'stay as they are'}.`)
  if (created + changed + ceased + (full ? missing : 0) === 0) console.info('Nothing in the register changes.')
  const { duplicates, suspicious } = row
  return { read, new: created, changed, unchanged, ceased, rejected, seconds, missing, duplicates, suspicious }
}

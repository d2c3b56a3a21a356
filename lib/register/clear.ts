import 'server-only'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { keepDays, removeUpload, uploadFolder } from '@/lib/register/raw-file'
import { UNDO_DAYS } from '@/lib/register/rules'
import { RUNNING, WAITING } from '@/lib/register/running'
import { stageSchema } from '@/lib/register/stage-schema'
import { workedOn } from '@/lib/register/turn'

/**
 * What has run out: raw files, staged and rejected rows after the set time (they may hold tax codes of natural
 * persons), what undo needed, and what a killed process left behind. Run every day, and when a server starts.
 */
export async function clearRegister(): Promise<void> {
  await markInterrupted()
  await clearExpired()
  const days = await keepDays()
  await db.$executeRaw`delete from register_reject r using register_import i
    where i.id = r.import_id and i.finished_at < now() - make_interval(days => ${days}::int)`
  await db.$executeRaw`delete from register_replaced r using register_import i
    where i.id = r.import_id and i.applied_at < now() - make_interval(days => ${UNDO_DAYS}::int)`
  await clearOrphans()
}

/** Whose process died and whom no job will start anew. */
async function markInterrupted() {
  const running = await db.registerImport.findMany({ where: { status: { in: [...RUNNING] } } })
  const alive = await workedOn(running.map(({ id }) => id))
  for (const { id, status, fileName } of running.filter((row) => !alive.has(row.id))) {
    const undoing = status === 'undoing'
    const refusal = { key: 'registerInterrupted', values: {} }
    const ended = undoing ? { status: 'done' as const } : { status: 'interrupted' as const, finishedAt: new Date() }
    await db.$transaction(async (tx) => {
      const { count } = await tx.registerImport.updateMany({ where: { id, status }, data: { ...ended, refusal } })
      if (!count) return
      const changes = { fileName, reason: refusal.key }
      await recordActivity(tx, null, { verb: 'register.interrupted', subjectId: id, changes })
    })
  }
}

async function clearExpired() {
  const expired = await db.registerImport.findMany({
    where: { keptUntil: { lt: new Date() }, status: { notIn: [...RUNNING] } },
    select: { id: true, status: true },
  })
  for (const { id, status } of expired) {
    await removeUpload(id)
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`drop schema if exists ${stageSchema(id)} cascade`)
      const waiting = (WAITING as readonly string[]).includes(status)
      const data = { keptUntil: null, ...(waiting ? { status: 'discarded' as const, finishedAt: new Date() } : {}) }
      await tx.registerImport.updateMany({ where: { id, status }, data })
    })
  }
}

/** Files and staging tables that no import speaks of any more. */
async function clearOrphans() {
  const known = await db.registerImport.findMany({
    where: { OR: [{ keptUntil: { not: null } }, { status: { in: [...RUNNING] } }] },
    select: { id: true },
  })
  const ids = new Set(known.map(({ id }) => id))
  const files = await readdir(uploadFolder()).catch(() => [])
  for (const name of files) if (!ids.has(name)) await rm(path.join(uploadFolder(), name), { force: true })
  const schemas = await db.$queryRaw<{ name: string }[]>`
    select nspname as name from pg_namespace where nspname ~ '^register_[0-9a-f]{32}$'`
  const kept = new Set(known.map(({ id }) => stageSchema(id)))
  for (const { name } of schemas) {
    if (!kept.has(name)) await db.$executeRawUnsafe(`drop schema if exists ${name} cascade`)
  }
}

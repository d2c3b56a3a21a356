import 'server-only'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { latestApplied } from '@/lib/register/marks'
import { uploadPath } from '@/lib/register/raw-file'
import { undoableUntil } from '@/lib/register/rules'
import { isRunning, isWaiting, RUNNING, WAITING } from '@/lib/register/running'
import { type ImportProgress, importCounts, importFormat, refusalShape } from '@/lib/register/schema'
import { workedOn } from '@/lib/register/turn'
import { previewUndo } from '@/lib/register/undo-preview'
import { gate } from '@/lib/session'
import type { RegisterImport } from '@/prisma/client/client'

const HISTORY_PAGE = 25

const withUser = { user: { select: { name: true } } } as const

/** What is marked as running while nobody works on it, and no job will, was cut short. */
async function asItIs<T extends RegisterImport>(rows: T[]): Promise<T[]> {
  const running = rows.filter((row) => isRunning(row.status))
  if (running.length === 0) return rows
  const alive = await workedOn(running.map(({ id }) => id))
  const cut = (row: T) => isRunning(row.status) && !alive.has(row.id)
  const status = (row: T) => (row.status === 'undoing' ? ('done' as const) : ('interrupted' as const))
  return rows.map((row) => (cut(row) ? { ...row, status: status(row) } : row))
}

function shaped<T extends RegisterImport>(row: T) {
  const refusal = refusalShape.safeParse(row.refusal)
  return { ...row, format: importFormat.parse(row.format), refusal: refusal.success ? refusal.data : null }
}
export type ImportRow = Awaited<ReturnType<typeof recentImports>>[number]

function progressOf(row: RegisterImport): ImportProgress {
  const { steps } = importFormat.parse(row.format)
  const { id, fileName, bytes, status, progress, total, startedAt } = row
  const counts = importCounts.parse(row)
  return {
    id,
    fileName,
    bytes: Number(bytes),
    status,
    progress,
    total,
    counts,
    steps,
    startedAt: startedAt.toISOString(),
  }
}

/** How far one import is. Refuses an unknown one (`notFound`). */
export async function importProgress(id: string): Promise<ImportProgress> {
  await gate('register.import')
  const row = z.uuid().safeParse(id).success ? await db.registerImport.findUnique({ where: { id } }) : null
  const [known] = row ? await asItIs([row]) : []
  if (!known) throw new Refusal('notFound')
  return progressOf(known)
}

/** Imports that are under way or wait for a person, newest first. */
export async function openImports() {
  await gate('register.import')
  const rows = await db.registerImport.findMany({
    where: { status: { in: [...RUNNING, ...WAITING] } },
    orderBy: { startedAt: 'desc' },
    take: 5,
    include: withUser,
  })
  return (await asItIs(rows)).filter((row) => isRunning(row.status) || isWaiting(row.status)).map(shaped)
}

/** The last imports, newest first. */
export async function recentImports(limit = 8) {
  await gate('register.import')
  const rows = await db.registerImport.findMany({ orderBy: { startedAt: 'desc' }, take: limit, include: withUser })
  return (await asItIs(rows)).map(shaped)
}

/** All imports, newest first, 25 a page; `after` is where the page before ended. */
export async function importHistory(after: Date | null) {
  await gate('register.import')
  const rows = await db.registerImport.findMany({
    where: after ? { startedAt: { lt: after } } : {},
    orderBy: { startedAt: 'desc' },
    take: HISTORY_PAGE + 1,
    include: withUser,
  })
  const shown = (await asItIs(rows.slice(0, HISTORY_PAGE))).map(shaped)
  return { rows: shown, next: rows.length > HISTORY_PAGE ? (shown.at(-1)?.startedAt.toISOString() ?? null) : null }
}

/** One import with its counts, or null. */
export async function importById(id: string) {
  await gate('register.import')
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.registerImport.findUnique({ where: { id }, include: withUser })
  const [known] = row ? await asItIs([row]) : []
  return known ? { ...shaped(known), hasFile: existsSync(uploadPath(id)) } : null
}

/** What came of the last import that was written; null where there was none. */
export async function latestEnded() {
  await gate('register.import')
  const row = await db.registerImport.findFirst({
    where: { status: 'done' },
    orderBy: { startedAt: 'desc' },
    include: withUser,
  })
  return row && shaped(row)
}

/** Names of the sectors, also of retired ones. */
export async function sectorNames() {
  await gate('register.import')
  return db.sector.findMany({ select: { id: true, nameIt: true, nameEn: true } })
}

/** Firms the register calls active: what missing ones are measured against. */
export async function activeFirms(): Promise<number> {
  await gate('register.import')
  return db.firm.count({ where: { status: { not: 'ceased' } } })
}

/** The import that can be undone and until when; `busy` while another one is written. */
export async function undoableImport() {
  await gate('register.import')
  const [row, open] = await Promise.all([latestApplied(db), openImports()])
  const until = undoableUntil(row?.appliedAt ?? null)
  if (!row || !until || until < new Date() || row.status !== 'done') return null
  return { row, until, busy: open.some(({ status }) => status === 'applying' || status === 'undoing') }
}

/** What undoing an import would do, and whether it can be undone; null where there is no such import in the register. */
export async function undoPlan(importId: string) {
  await gate('register.import')
  const row = z.uuid().safeParse(importId).success
    ? await db.registerImport.findUnique({ where: { id: importId } })
    : null
  if (row?.status !== 'done' || !row.appliedAt) return null
  const found = await undoableImport()
  return { possible: found?.row.id === importId && !found.busy, counts: await previewUndo(importId) }
}

import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { lastHand, recordActivity } from '@/lib/activity'
import {
  asColumn,
  CORRECTABLE,
  type CorrectableField,
  HEADCOUNTS,
  inText,
  isCorrectable,
  isHeadcount,
} from '@/lib/corrections/rules'
import type { correctionUndo, Decision, FirmCorrection } from '@/lib/corrections/schema'
import { db, type Tx } from '@/lib/db'
import { searchName, sizeClassOf } from '@/lib/firms/rules'
import { type Actor, permit } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import type { Correction, Firm } from '@/prisma/client/client'
import { SizeClass } from '@/prisma/client/enums'

/**
 * Corrects fields of a firm: only those that differ from what the form showed (`was`), so that a colleague's change of
 * another field stays. Throws `Conflict` where somebody changed any of them meanwhile,
 * `Refusal('notFound')`, and `required` for a firm without a name.
 */
export async function correctFirm(actor: Actor, input: FirmCorrection): Promise<{ version: number }> {
  permit(actor, 'firms.write')
  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, input.firmId)
    const now = inText(firm)
    const typed = inText(input)
    const { was } = input
    const shown = CORRECTABLE.filter((field) => field in was)
    const mine = shown.filter((field) => typed[field] !== was[field] && typed[field] !== now[field])
    if (mine.length === 0) return firm
    const theirs = shown.filter((field) => now[field] !== was[field])
    if (firm.version !== input.version && theirs.length > 0) {
      const differences = await Promise.all(
        theirs.map(async (field) => ({ field, theirs: await inWords(tx, field, now[field]) })),
      )
      throw new Conflict(firm.version, differences, await lastHand(tx, actor, { subjectId: firm.id, firmId: firm.id }))
    }
    if (mine.includes('name') && !typed.name) throw new Refusal('required')
    if (mine.includes('municipalityCode')) await insistOnMunicipality(tx, typed.municipalityCode)
    for (const field of mine) await keepCorrection(tx, actor, firm.id, field, now[field], typed[field])
    const changes = Object.fromEntries(mine.map((field) => [field, [now[field], typed[field]]]))
    return writeFirm(tx, actor, firm, Object.fromEntries(mine.map((field) => [field, typed[field]])), {
      verb: 'firm.corrected',
      changes,
    })
  })
}

/** Takes a correction back: the register's value holds again. The same again changes nothing. */
export async function undoCorrection(
  actor: Actor,
  { firmId, field }: z.output<typeof correctionUndo>,
): Promise<{ version: number }> {
  permit(actor, 'firms.write')
  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, firmId)
    const correction = await tx.correction.findUnique({ where: { firmId_field: { firmId, field } } })
    return correction && isCorrectable(field) ? takeBack(tx, actor, firm, correction) : firm
  })
}

async function takeBack(tx: Tx, actor: Actor, firm: Firm, { id, field, value, registerValue }: Correction) {
  await tx.correction.delete({ where: { id } })
  const changes = { [field]: [value, registerValue] }
  return writeFirm(tx, actor, firm, { [field]: registerValue }, { verb: 'firm.correctionUndone', changes })
}

/** All firms of a register may wait for a decision. */
const LONG = { timeout: 600_000 }

/**
 * An import brought other values than people wrote: the corrections stand. One of them, or all that the person saw
 * (moved up to `seen`). The same again changes nothing. Answers how many.
 */
export async function keepOurs(actor: Actor, input: Decision): Promise<{ decided: number }> {
  permit(actor, 'register.import')
  return db.$transaction(async (tx) => {
    const waiting = await toDecide(tx, input)
    await tx.correction.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { registerMovedAt: null },
    })
    const deeds = waiting.map(({ firmId, field, value, registerValue }) => {
      const changes = { [field]: [registerValue, value] }
      return { id: uuidv7(), userId: actor.id, verb: 'firm.correctionKept', subjectId: firmId, firmId, changes }
    })
    await tx.activity.createMany({ data: deeds })
    return { decided: waiting.length }
  }, LONG)
}

/** The register's values hold again, in the place of the corrections. As `keepOurs`. */
export async function takeTheirs(actor: Actor, input: Decision): Promise<{ decided: number }> {
  permit(actor, 'register.import')
  return db.$transaction(async (tx) => {
    const waiting = await toDecide(tx, input)
    for (const correction of waiting) {
      const firm = await lockFirm(tx, correction.firmId)
      // Somebody decided while this one waited for the firm.
      const still = await tx.correction.findUnique({ where: { id: correction.id } })
      if (still?.registerMovedAt) await takeBack(tx, actor, firm, still)
    }
    return { decided: waiting.length }
  }, LONG)
}

async function toDecide(tx: Tx, { seen, ...which }: Decision): Promise<Correction[]> {
  const waiting = await tx.correction.findMany({
    where: { ...which, registerMovedAt: { not: null, lte: seen } },
    orderBy: [{ firmId: 'asc' }, { field: 'asc' }],
  })
  return waiting.filter(({ field }) => isCorrectable(field))
}

async function lockFirm(tx: Tx, id: string): Promise<Firm> {
  await tx.$queryRaw`select id from firm where id = ${id}::uuid for update`
  const firm = await tx.firm.findUnique({ where: { id } })
  if (!firm) throw new Refusal('notFound')
  return firm
}

type Written = Partial<Record<CorrectableField, string | null>>
type Deed = { verb: string; changes: Record<string, (string | null)[]> }

async function writeFirm(tx: Tx, actor: Actor, firm: Firm, written: Written, deed: Deed) {
  const columns = Object.fromEntries(
    Object.entries(written).map(([field, text]) => [field, asColumn(field as CorrectableField, text ?? null)]),
  )
  const spelling = written.name ? { searchName: searchName(written.name) } : {}
  const staff = Object.keys(written).some(isHeadcount)
  const sizeClass = staff ? await sizeAfter(tx, actor, { ...firm, ...columns }) : firm.sizeClass
  const data = { ...columns, ...spelling, sizeClass, version: { increment: 1 } }
  await recordActivity(tx, actor, { ...deed, subjectId: firm.id, firmId: firm.id })
  return tx.firm.update({ where: { id: firm.id }, data, select: { version: true } })
}

/**
 * The size class follows corrected headcounts, and returns to the register's own where none is left: the register may
 * know the class without the count.
 */
async function sizeAfter(tx: Tx, actor: Actor, firm: Firm): Promise<SizeClass> {
  const left = await tx.correction.count({ where: { firmId: firm.id, field: { in: [...HEADCOUNTS] } } })
  const where = { firmId_field: { firmId: firm.id, field: 'sizeClass' } }
  const kept = await tx.correction.findUnique({ where })
  if (left > 0) {
    const size = sizeClassOf(firm.employeesDependent, firm.employeesIndependent)
    await keepCorrection(tx, actor, firm.id, 'sizeClass', firm.sizeClass, size)
    return size
  }
  if (kept) await tx.correction.delete({ where })
  return SizeClass[kept?.registerValue as SizeClass] ?? firm.sizeClass
}

/** Back at the register's own value there is nothing to correct any more; except for the size, which goes with its count. */
async function keepCorrection(
  tx: Tx,
  actor: Actor,
  firmId: string,
  field: CorrectableField | 'sizeClass',
  before: string | null,
  value: string | null,
) {
  const where = { firmId_field: { firmId, field } }
  const known = await tx.correction.findUnique({ where })
  if (known && known.registerValue === value && field !== 'sizeClass') await tx.correction.delete({ where })
  else if (known) await tx.correction.update({ where, data: { value, userId: actor.id } })
  else
    await tx.correction.create({
      data: { id: uuidv7(), firmId, field, value, registerValue: before, userId: actor.id },
    })
}

async function insistOnMunicipality(tx: Tx, istatCode: string | null) {
  if (istatCode && !(await tx.municipality.count({ where: { istatCode } }))) throw new Refusal('notFound')
}

/** A municipality by its name, not its code. */
async function inWords(tx: Tx, field: CorrectableField, value: string | null): Promise<string | null> {
  if (field !== 'municipalityCode' || value === null) return value
  const place = await tx.municipality.findUnique({ where: { istatCode: value }, select: { name: true } })
  return place?.name ?? value
}

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { correctFirm, undoCorrection } from '@/lib/corrections/mutations'
import { inText } from '@/lib/corrections/rules'
import { firmCorrection } from '@/lib/corrections/schema'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import type { Firm } from '@/prisma/client/client'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let promoter: Actor
let manager: Actor

beforeAll(async () => {
  ;[promoter, manager] = await Promise.all([person('promoter'), person('manager')])
})

/** The form of a firm as the browser sends it, with what was typed over it. */
function form(opened: Firm, typed: Record<string, string> = {}) {
  const was = inText(opened)
  const shown = Object.fromEntries(Object.entries(was).map(([field, value]) => [field, value ?? '']))
  return firmCorrection.parse({ firmId: opened.id, version: String(opened.version), was, ...shown, ...typed })
}
const now = (id: string) => db.firm.findUniqueOrThrow({ where: { id } })
const corrections = (firmId: string) =>
  db.correction.findMany({
    where: { firmId },
    orderBy: { field: 'asc' },
    select: { field: true, value: true, registerValue: true },
  })

describe('correcting a firm', () => {
  it('puts the value in force and keeps the register’s beneath it', async () => {
    const opened = await firm({ email: 'vecchia@agro.example', website: null })
    await correctFirm(promoter, form(opened, { email: 'Nuova@Agro.example', website: 'www.agro.example' }))
    expect(await now(opened.id)).toMatchObject({ email: 'nuova@agro.example', website: 'www.agro.example', version: 1 })
    expect(await corrections(opened.id)).toEqual([
      { field: 'email', value: 'nuova@agro.example', registerValue: 'vecchia@agro.example' },
      { field: 'website', value: 'www.agro.example', registerValue: null },
    ])
    const log = await db.activity.findMany({ where: { firmId: opened.id } })
    expect(log).toMatchObject([
      {
        verb: 'firm.corrected',
        userId: promoter.id,
        changes: { email: ['vecchia@agro.example', 'nuova@agro.example'], website: [null, 'www.agro.example'] },
      },
    ])
  })

  it('sent twice, or without a change, writes once or nothing', async () => {
    const opened = await firm({ email: 'a@agro.example' })
    await correctFirm(promoter, form(opened))
    expect(await now(opened.id)).toMatchObject({ version: 0 })
    await correctFirm(promoter, form(opened, { email: 'b@agro.example' }))
    await correctFirm(promoter, form(opened, { email: 'b@agro.example' }))
    expect(await now(opened.id)).toMatchObject({ version: 1 })
    expect(await db.activity.count({ where: { firmId: opened.id } })).toBe(1)
  })

  it('corrected again keeps the register’s first word; typed back, it is no correction any more', async () => {
    const opened = await firm({ email: 'registro@agro.example' })
    await correctFirm(promoter, form(opened, { email: 'uno@agro.example' }))
    await correctFirm(promoter, form(await now(opened.id), { email: 'due@agro.example' }))
    expect(await corrections(opened.id)).toMatchObject([
      { value: 'due@agro.example', registerValue: 'registro@agro.example' },
    ])
    await correctFirm(promoter, form(await now(opened.id), { email: 'registro@agro.example' }))
    expect(await corrections(opened.id)).toEqual([])
  })

  it('moves the size class along with the headcount, and back', async () => {
    const opened = await firm({ sizeClass: 'staff_50_plus', employeesDependent: null })
    await correctFirm(promoter, form(opened, { employeesDependent: '12' }))
    expect(await now(opened.id)).toMatchObject({ employeesDependent: 12, sizeClass: 'staff_10_49' })
    await undoCorrection(promoter, { firmId: opened.id, field: 'employeesDependent' })
    expect(await now(opened.id)).toMatchObject({ employeesDependent: null, sizeClass: 'staff_50_plus' })
    expect(await corrections(opened.id)).toEqual([])
  })

  it('is taken back field by field', async () => {
    const opened = await firm({ address: 'Via Roma 1', municipalityCode: '059011' })
    await correctFirm(promoter, form(opened, { address: 'Via Nettuno 214', municipalityCode: '059005' }))
    await undoCorrection(promoter, { firmId: opened.id, field: 'municipalityCode' })
    await undoCorrection(promoter, { firmId: opened.id, field: 'municipalityCode' })
    expect(await now(opened.id)).toMatchObject({ address: 'Via Nettuno 214', municipalityCode: '059011' })
    const undone = await db.activity.findMany({ where: { firmId: opened.id, verb: 'firm.correctionUndone' } })
    expect(undone.map(({ changes }) => changes)).toEqual([{ municipalityCode: ['059005', '059011'] }])
  })
})

describe('two people correct the same firm', () => {
  it('the second is told what the first changed, and saves again without undoing it', async () => {
    const opened = await firm({ email: 'a@agro.example', municipalityCode: '059011', website: null })
    await correctFirm(manager, form(opened, { email: 'b@agro.example', municipalityCode: '059005' }))
    const late = form(opened, { website: 'www.agro.example' })
    await expect(correctFirm(promoter, late)).rejects.toMatchObject({
      name: 'Conflict',
      version: 1,
      values: { name: manager.name },
      differences: [
        { field: 'email', theirs: 'b@agro.example' },
        { field: 'municipalityCode', theirs: 'Cisterna di Latina' },
      ],
    })
    await correctFirm(promoter, { ...late, version: 1 })
    expect(await now(opened.id)).toMatchObject({
      email: 'b@agro.example',
      municipalityCode: '059005',
      website: 'www.agro.example',
      version: 2,
    })
  })

  it('of the same field: the second one’s typing holds once it was told', async () => {
    const opened = await firm({ email: 'a@agro.example' })
    await correctFirm(manager, form(opened, { email: 'b@agro.example' }))
    const late = form(opened, { email: 'c@agro.example' })
    await expect(correctFirm(promoter, late)).rejects.toMatchObject({ name: 'Conflict' })
    await correctFirm(promoter, { ...late, version: 1 })
    expect(await now(opened.id)).toMatchObject({ email: 'c@agro.example' })
  })
})

describe('a correction is refused', () => {
  it('for a firm or a municipality that is not there', async () => {
    const opened = await firm()
    const nowhere = form({ ...opened, id: uuidv7() }, { email: 'x@agro.example' })
    await expect(correctFirm(promoter, nowhere)).rejects.toMatchObject({ key: 'notFound' })
    const place = form(opened, { municipalityCode: '999999' })
    await expect(correctFirm(promoter, place)).rejects.toMatchObject({ key: 'notFound' })
    await expect(undoCorrection(promoter, { firmId: uuidv7(), field: 'email' })).rejects.toMatchObject({
      key: 'notFound',
    })
  })

  it('to who only reads', async () => {
    const office = await person('office')
    const opened = await firm()
    await expect(correctFirm(office, form(opened))).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(undoCorrection(office, { firmId: opened.id, field: 'email' })).rejects.toMatchObject({
      name: 'Forbidden',
    })
  })

  it('with values that cannot be', async () => {
    const opened = await firm()
    const was = inText(opened)
    const typed = {
      email: 'info@',
      website: 'boh',
      postcode: '041',
      employeesDependent: '-1',
      employeesIndependent: 'due',
    }
    const parsed = firmCorrection.safeParse({ firmId: opened.id, version: 0, was, ...typed })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['email', 'emailFormat'],
      ['website', 'websiteFormat'],
      ['postcode', 'postcodeFormat'],
      ['employeesDependent', 'countFormat'],
      ['employeesIndependent', 'countFormat'],
    ])
  })
})

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { correctFirm } from '@/lib/corrections/mutations'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { clearRegister } from '@/lib/register/clear'
import { suspicionGroups } from '@/lib/register/groups'
import { listFirms, listRows } from '@/lib/register/lists'
import { checkAgain, confirmImport, discardImport, requestUndo, stopImport } from '@/lib/register/mutations'
import { activeFirms, undoableImport, undoPlan } from '@/lib/register/queries'
import { uploadFolder, uploadPath } from '@/lib/register/raw-file'
import { importFormat } from '@/lib/register/schema'
import { stageSchema } from '@/lib/register/stage-schema'
import { takeTurn } from '@/lib/register/turn'
import { applyImport, checkImport, undoImport } from '@/lib/register/work'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { campaign } from '@/tests/support/campaigns'
import { removeFolder } from '@/tests/support/folder'
import { person } from '@/tests/support/people'
import { applyChecked, checkContent, importContent, list, SITES } from '@/tests/support/register-import'

const code = inventedPartitaIva
const firm = (number: number, more: Record<string, string> = {}) => ({
  DENOMINAZIONE: `IMPRESA ${number}`,
  'C-FISCALE': code(number),
  PRV: 'LT',
  'N-REA': String(100 + number),
  'UL-SEDE': 'SEDE',
  COMUNE: 'LATINA - LT',
  DIP: '3',
  ...more,
})
const FIVE = [1, 2, 3, 4, 5].map((number) => firm(number))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'data-'))
  process.env.DATA_DIR = folder
})
afterAll(() => removeFolder(folder))
beforeEach(async () => {
  await db.$executeRaw`truncate firm, register_import, campaign cascade`
  await clearRegister()
})

const firms = () => db.firm.findMany({ orderBy: { codiceFiscale: 'asc' } })
const state = async () => ({
  firms: (await firms()).map(({ version: _, updatedAt: __, ...row }) => row),
  phones: await db.firmPhone.findMany({ orderBy: { id: 'asc' } }),
  sites: await db.localUnit.findMany({ orderBy: { id: 'asc' } }),
  corrections: (await db.correction.findMany({ orderBy: { id: 'asc' } })).map(({ updatedAt: _, ...row }) => row),
})
const one = (id: string) => db.registerImport.findUniqueOrThrow({ where: { id } })
const schemas = () =>
  db.$queryRaw<{ nspname: string }[]>`select nspname from pg_namespace where nspname like 'register\\_%'`
const asAdmin = async <T>(work: () => Promise<T>) => actAs(await person('admin'), work)
const page = (
  kind: 'new' | 'changed' | 'unchanged' | 'ceased' | 'missing' | 'rejected' | 'suspicious',
  after = '',
) => ({
  kind,
  after,
})

describe('a dry run', () => {
  it('writes nothing to the register, and shows firms behind each number', async () => {
    await importContent(list(SITES, ...FIVE, firm(6)))
    const before = await state()
    const rows = [
      firm(1, { DIP: '4' }),
      firm(2, { 'DT-CESSAZ': '01/05/2026' }),
      firm(3),
      firm(7),
      { ...firm(8), 'C-FISCALE': '12345678901' },
    ]
    const id = await checkContent(list(SITES, ...rows))
    expect(await state()).toEqual(before)
    expect(await one(id)).toMatchObject({
      status: 'checked',
      ...{ read: 5, created: 1, changed: 1, unchanged: 1, ceased: 1, missing: 3, rejected: 1 },
    })
    await asAdmin(async () => {
      const names = async (kind: Parameters<typeof page>[0]) =>
        (await listFirms(id, page(kind)))?.rows.map(({ name }) => name)
      expect(await names('new')).toEqual(['IMPRESA 7'])
      expect(await names('unchanged')).toEqual(['IMPRESA 3'])
      expect(await names('ceased')).toEqual(['IMPRESA 2'])
      expect((await names('missing'))?.sort()).toEqual(['IMPRESA 4', 'IMPRESA 5', 'IMPRESA 6'])
      expect((await listFirms(id, page('changed')))?.rows).toMatchObject([
        { name: 'IMPRESA 1', changes: { employeesDependent: [3, 4] } },
      ])
      expect((await listRows(id, page('rejected'))).rows).toMatchObject([{ line: 6, reason: 'codiceFiscaleInvalid' }])
    })
  })

  it('pages its lists by key, 25 at a time', async () => {
    const id = await checkContent(list(SITES, ...Array.from({ length: 60 }, (_, n) => firm(n + 1))))
    await asAdmin(async () => {
      const seen: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const found = await listFirms(id, page('new', after))
        seen.push(...(found?.rows.map(({ name }) => name) ?? []))
        expect(found?.rows.length).toBeLessThanOrEqual(25)
        after = found?.next ?? null
      }
      expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => `IMPRESA ${n + 1}`))
    })
  })

  it('tells of suspicious values and duplicate rows, and what is done about them', async () => {
    const columns = `${SITES};PARTITA-IVA;DT-ISCR-RI`
    const rows = [
      firm(1, { 'PARTITA-IVA': '01234567890', 'DT-ISCR-RI': '01/01/2099' }),
      firm(2, { COMUNE: 'LATTINA - LT' }),
      firm(3),
      firm(3),
      firm(4),
      firm(1),
    ]
    const id = await checkContent(list(columns, ...rows))
    expect(await one(id)).toMatchObject({ read: 6, created: 4, duplicates: 2, suspicious: 3 })
    const groups = await asAdmin(() => suspicionGroups(id))
    expect(groups.map(({ reason, rows: count, line }) => [reason, count, line])).toEqual([
      ['duplicateRow', 2, 5],
      ['dateInFuture', 1, 2],
      ['municipalityUnknown', 1, 3],
      ['partitaIvaInvalid', 1, 2],
    ])
    const pages = await asAdmin(() => listRows(id, page('suspicious')))
    expect(pages.rows.at(-1)).toMatchObject({ line: 7, reason: 'duplicateRow' })
  })

  it('is thrown away with its file and its staging; by an admin only; not once it is applied', async () => {
    const admin = await person('admin')
    const id = await checkContent(list(SITES, ...FIVE))
    await mkdir(uploadFolder(), { recursive: true })
    await writeFile(uploadPath(id), 'x')
    await expect(discardImport(await person('manager'), { importId: id })).rejects.toThrow(Forbidden)
    await discardImport(admin, { importId: id })
    await discardImport(admin, { importId: id })
    expect(await one(id)).toMatchObject({ status: 'discarded', keptUntil: null })
    expect(existsSync(uploadPath(id))).toBe(false)
    expect(await schemas()).toEqual([])
    expect(await db.activity.count({ where: { subjectId: id, verb: 'register.discarded' } })).toBe(1)
    const { id: done } = await importContent(list(SITES, ...FIVE))
    await expect(discardImport(admin, { importId: done })).rejects.toThrow('registerNotWaiting')
  })

  it('can be made again while its file is kept', async () => {
    const admin = await person('admin')
    const id = await checkContent(list(SITES, ...FIVE))
    await expect(checkAgain(await person('office'), { importId: id })).rejects.toThrow(Forbidden)
    await expect(checkAgain(admin, { importId: id })).rejects.toThrow('registerFileGone')
    await mkdir(uploadFolder(), { recursive: true })
    await writeFile(uploadPath(id), list(SITES, firm(1)))
    await checkAgain(admin, { importId: id })
    await checkImport(id)
    expect(await one(id)).toMatchObject({ status: 'checked', read: 1 })
  })
})

describe('a file whose key is not recognised', () => {
  it('waits for a person to say which column it is', async () => {
    const id = uuidv7()
    await db.registerImport.create({ data: { id, fileName: 'impianti.csv', status: 'checking' } })
    await mkdir(uploadFolder(), { recursive: true })
    await writeFile(uploadPath(id), 'idImpianto,Gestore\n1,ROSSI\n')
    await expect(checkImport(id)).rejects.toThrow('registerNoKey')
    expect(await one(id)).toMatchObject({ status: 'mapping', refusal: { key: 'registerNoKey' } })
  })
})

describe('"apply"', () => {
  it('compares again with the register as it is by then, and keeps the numbers of the dry run', async () => {
    const id = await checkContent(list(SITES, ...FIVE))
    await importContent(list(SITES, firm(1), firm(2)))
    const counts = await applyChecked(id)
    expect(counts).toMatchObject({ created: 3, unchanged: 2 })
    expect(importFormat.parse((await one(id)).format).tried).toMatchObject({ created: 5 })
    expect(await db.firm.count()).toBe(5)
  })

  it('is said once, by an admin, of an import that was checked', async () => {
    const admin = await person('admin')
    const id = await checkContent(list(SITES, ...FIVE))
    const input = { importId: id, full: false, sure: false }
    await expect(confirmImport(await person('manager'), input)).rejects.toThrow(Forbidden)
    await confirmImport(admin, input)
    await confirmImport(admin, input)
    expect(await db.activity.count({ where: { subjectId: id, verb: 'register.confirmed' } })).toBe(1)
    await stopImport(admin, { importId: id })
    await expect(confirmImport(admin, input)).rejects.toThrow('registerNotChecked')
  })

  it('can be stopped: the register is as it was', async () => {
    const admin = await person('admin')
    const id = await checkContent(list(SITES, ...FIVE))
    await expect(stopImport(admin, { importId: id })).rejects.toThrow('registerNotRunning')
    await confirmImport(admin, { importId: id, full: false, sure: false })
    const other = await takeTurn(uuidv7(), 'refuse')
    const waiting = applyImport(id)
    const ended = expect(waiting).rejects.toThrow('terminating connection')
    await expect
      .poll(() => db.$queryRaw`select from pg_locks where not granted and locktype = 'advisory'`)
      .toHaveLength(1)
    await expect(stopImport(await person('promoter'), { importId: id })).rejects.toThrow(Forbidden)
    await stopImport(admin, { importId: id })
    await ended
    await other.end()
    expect(await one(id)).toMatchObject({ status: 'interrupted', refusal: { key: 'registerStopped' } })
    await applyImport(id)
    expect(await db.firm.count()).toBe(0)
  })

  it('reads the file once more where a crash of the database emptied the staging', async () => {
    const id = uuidv7()
    await db.registerImport.create({ data: { id, fileName: 'x.csv', status: 'checking' } })
    await mkdir(uploadFolder(), { recursive: true })
    await writeFile(uploadPath(id), list(SITES, ...FIVE))
    await checkImport(id)
    await db.$executeRawUnsafe(`truncate ${stageSchema(id)}.staged, ${stageSchema(id)}.rejected`)
    expect(await applyChecked(id)).toMatchObject({ created: 5 })
    expect(importFormat.parse((await one(id)).format).again).toBe(true)
  })
})

describe('a full extract', () => {
  it('ceases the firms of its province that are missing, but none of others or that a person entered', async () => {
    await importContent(list(SITES, ...FIVE, firm(6, { PRV: 'FR' })))
    await db.firm.create({ data: { ...(await handmade()), reaProvince: 'LT' } })
    const all = await firms()
    const { assignments } = await campaign({ firms: all.filter(({ name }) => name === 'IMPRESA 5') })
    const partial = await importContent(list(SITES, ...FIVE.slice(0, 4)))
    expect(partial).toMatchObject({ unchanged: 4, missing: 1 })
    expect(await db.firm.count({ where: { status: 'ceased' } })).toBe(0)
    const full = await importContent(list(SITES, ...FIVE.slice(0, 4)), { full: true })
    expect(full).toMatchObject({ unchanged: 4, ceased: 0, missing: 1 })
    expect(await db.firm.findMany({ where: { status: 'ceased' } })).toMatchObject([{ name: 'IMPRESA 5' }])
    expect(await db.assignment.findMany({ where: { id: assignments[0]?.id } })).toMatchObject([{ state: 'ceased' }])
    expect(await importContent(list(SITES, ...FIVE))).toMatchObject({ changed: 1, unchanged: 4 })
    expect(await db.firm.count({ where: { status: 'ceased' } })).toBe(0)
  })

  it('that would cease more than a fifth of the active firms is asked about once more', async () => {
    const admin = await person('admin')
    await importContent(list(SITES, ...FIVE))
    const id = await checkContent(list(SITES, firm(1)))
    expect(await asAdmin(activeFirms)).toBe(5)
    await expect(confirmImport(admin, { importId: id, full: true, sure: false })).rejects.toThrow('registerManyMissing')
    await confirmImport(admin, { importId: id, full: true, sure: true })
    await applyImport(id)
    expect(await db.firm.count({ where: { status: 'ceased' } })).toBe(4)
  })
})

async function handmade() {
  const { id: _, ...row } = (await firms())[0] ?? { id: '' }
  const own = { id: uuidv7(), codiceFiscale: code(99), name: 'A MANO', searchName: 'a mano' }
  return {
    ...row,
    ...own,
    firstImportId: null,
    lastImportId: null,
    registerHash: null,
    extra: {},
  } as never as Parameters<typeof db.firm.create>[0]['data']
}

describe('undo', () => {
  const undo = async (id: string) => {
    await requestUndo(await person('admin'), { importId: id })
    await undoImport(id)
    return importFormat.parse((await one(id)).format).undo ?? {}
  }

  it('takes back new firms, changes, ceased firms, numbers, sites and places on the lists', async () => {
    const first = [firm(1, { TELEFONO: '0773/111111' }), firm(2), firm(3), firm(4)]
    await importContent(list(SITES, ...first))
    const all = await firms()
    const { assignments } = await campaign({ firms: all.filter(({ name }) => /2|4/.test(name)) })
    const before = await state()
    const { id } = await importContent(
      list(
        SITES,
        firm(1, { TELEFONO: '0773/222222', DIP: '9', INDIRIZZO: 'VIA NUOVA 1' }),
        firm(2, { 'DT-CESSAZ': '01/05/2026' }),
        firm(3, { DENOMINAZIONE: 'NUOVO NOME' }),
        firm(5, { 'N-REA': '103' }),
      ),
      { full: true },
    )
    expect(await one(id)).toMatchObject({ created: 1, changed: 2, ceased: 1, missing: 1 })
    const done = await undo(id)
    expect(done).toMatchObject({ removed: 1, restored: 2, reopened: 1, returned: 1, relisted: 2, stays: 0, touched: 0 })
    expect(await state()).toEqual(before)
    expect((await db.assignment.findMany()).map(({ state: now }) => now)).toEqual(assignments.map((row) => row.state))
    expect(await one(id)).toMatchObject({ status: 'undone' })
    expect(await importContent(list(SITES, ...first))).toMatchObject({ changed: 0, unchanged: 4 })
  })

  it('sorts what comes back by the sectors of today', async () => {
    const ateco = (codes: string) => list(`${SITES};CODICI-ATTIVITA`, firm(1, { 'CODICI-ATTIVITA': codes }))
    await importContent(ateco('25.11.00'))
    const { id } = await importContent(ateco('43.21.01'))
    const move = (code: string) =>
      db.sectorPrefix.update({ where: { prefix: '25' }, data: { sectorId: sectorId(code) } })
    await move('food')
    await undo(id)
    expect(await firms()).toMatchObject([{ ateco: '25.11.00', sectorId: sectorId('food') }])
    await move('metals')
  })

  it('keeps what a person touched since, and says why', async () => {
    const admin = await person('admin')
    await importContent(list(`${SITES};IND_PEC`, firm(1, { IND_PEC: 'a@pec.example' })))
    const { id } = await importContent(
      list(`${SITES};IND_PEC`, firm(1, { IND_PEC: 'b@pec.example', DIP: '8' }), firm(2), firm(3)),
    )
    const [one_, two] = await firms()
    const was = { pec: 'b@pec.example', employeesDependent: '8' }
    const form = { ...blank, firmId: one_?.id ?? '', version: one_?.version ?? 0, was, employeesDependent: 8 }
    await correctFirm(admin, { ...form, pec: 'person@pec.example' })
    await db.firmNote.create({ data: { id: uuidv7(), firmId: two?.id ?? '', userId: admin.id, text: 'sentita' } })
    const plan = await asAdmin(() => undoPlan(id))
    expect(plan).toMatchObject({ possible: true, counts: { removed: 1, stays: 1, kept_firm_note: 1, beneath: 1 } })
    expect(await undo(id)).toMatchObject({ removed: 1, stays: 1, beneath: 1 })
    expect(await firms()).toMatchObject([
      { name: 'IMPRESA 1', pec: 'person@pec.example', employeesDependent: 3 },
      { name: 'IMPRESA 2' },
    ])
    expect(await db.correction.findMany({ where: { field: 'pec' } })).toMatchObject([
      { value: 'person@pec.example', registerValue: 'a@pec.example' },
    ])
  })

  it('is of the last import only, for 30 days, by an admin', async () => {
    const admin = await person('admin')
    const { id: first } = await importContent(list(SITES, firm(1)))
    const { id: last } = await importContent(list(SITES, firm(2)))
    await expect(requestUndo(await person('manager'), { importId: last })).rejects.toThrow(Forbidden)
    await expect(requestUndo(admin, { importId: first })).rejects.toThrow('registerNotLast')
    expect(await asAdmin(undoableImport)).toMatchObject({ row: { id: last } })
    await undo(last)
    expect(await asAdmin(undoableImport)).toMatchObject({ row: { id: first } })
    await db.registerImport.update({
      where: { id: first },
      data: { appliedAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    expect(await asAdmin(undoableImport)).toBeNull()
    await expect(requestUndo(admin, { importId: first })).rejects.toThrow('registerTooOld')
  })
})

const blank = {
  ...{ name: null, email: null, pec: null, website: null, address: null, postcode: null, municipalityCode: null },
  ...{ employeesDependent: null, employeesIndependent: null },
}

describe('what is kept for a time', () => {
  it('goes when the time is over: files, staging, rejected rows, and waiting imports with them', async () => {
    const id = await checkContent(list(SITES, ...FIVE, { ...firm(6), 'C-FISCALE': '1' }))
    const { id: done } = await importContent(list(SITES, firm(1), { ...firm(6), 'C-FISCALE': '1' }))
    await mkdir(uploadFolder(), { recursive: true })
    await writeFile(uploadPath(id), 'x')
    await writeFile(path.join(uploadFolder(), uuidv7()), 'nobody’s')
    await clearRegister()
    expect(existsSync(uploadPath(id))).toBe(true)
    expect(await schemas()).toHaveLength(2)
    expect(await db.registerReject.count()).toBe(1)
    const past = new Date(Date.now() - 1000)
    await db.registerImport.updateMany({ data: { keptUntil: past } })
    await db.registerImport.update({
      where: { id: done },
      data: { finishedAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    await clearRegister()
    expect(existsSync(uploadPath(id))).toBe(false)
    expect(await schemas()).toEqual([])
    expect(await db.registerReject.count()).toBe(0)
    expect(await one(id)).toMatchObject({ status: 'discarded', keptUntil: null })
    expect(await one(done)).toMatchObject({ status: 'done', keptUntil: null })
  })
})

import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { clearRegister } from '@/lib/register/clear'
import { changeGroups, rejectGroups, suspicionGroups } from '@/lib/register/groups'
import { confirmImport } from '@/lib/register/mutations'
import { importById, importProgress, latestEnded, openImports, recentImports } from '@/lib/register/queries'
import { uploadPath } from '@/lib/register/raw-file'
import { receiveRegister } from '@/lib/register/receive'
import { downloadRejects } from '@/lib/register/rejects'
import { takeTurn } from '@/lib/register/turn'
import { applyImport, checkImport } from '@/lib/register/work'
import { actAs } from '@/lib/session'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { removeFolder } from '@/tests/support/folder'
import { person } from '@/tests/support/people'
import { importContent, KEYS, list } from '@/tests/support/register-import'

const ROW = { DENOMINAZIONE: 'CARPENTERIE AGRO S.R.L.', 'C-FISCALE': inventedPartitaIva(1) }
const FORMULA = { DENOMINAZIONE: '=2+5', 'C-FISCALE': '@12345678901' }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'data-'))
  process.env.DATA_DIR = folder
})
afterAll(() => removeFolder(folder))
beforeEach(async () => {
  await db.$transaction([db.firm.deleteMany(), db.registerImport.deleteMany()])
  await clearRegister()
})

const stream = (text: string) => new Blob([text]).stream()
const upload = () => ({ id: uuidv7(), name: 'registro_LT.csv' })

describe('an upload', () => {
  it('is checked by a job, waits for "apply", and its file is gone afterwards', async () => {
    const admin = await person('admin')
    const input = upload()
    await receiveRegister(admin, input, stream(list(KEYS, ROW)))
    expect(await db.registerImport.findMany()).toMatchObject([{ id: input.id, status: 'checking' }])
    expect((await stat(uploadPath(input.id))).mode & 0o777).toBe(0o600)
    await checkImport(input.id)
    const found = () => actAs(admin, () => importById(input.id))
    expect(await found()).toMatchObject({ status: 'checked', read: 1, created: 1, fileName: 'registro_LT.csv' })
    expect(await db.firm.count()).toBe(0)
    await confirmImport(admin, { importId: input.id, full: false, sure: false })
    await applyImport(input.id)
    expect(existsSync(uploadPath(input.id))).toBe(false)
    expect(await found()).toMatchObject({ status: 'done', created: 1, user: { name: admin.name } })
    expect((await found())?.fileHash).toMatch(/^[0-9a-f]{64}$/)
    const deeds = await db.activity.findMany({ where: { subjectId: input.id }, orderBy: { at: 'asc' } })
    expect(deeds.map(({ verb, userId }) => [verb, userId])).toEqual([
      ['register.confirmed', admin.id],
      ['register.imported', admin.id],
    ])
  })

  it('sent again under the same id changes nothing', async () => {
    const admin = await person('admin')
    const input = upload()
    await receiveRegister(admin, input, stream(list(KEYS, ROW)))
    await receiveRegister(admin, input, stream(list(KEYS, { ...ROW, DENOMINAZIONE: 'ALTRO' })))
    expect(await readFile(uploadPath(input.id), 'latin1')).toContain(ROW.DENOMINAZIONE)
    expect(await db.registerImport.count()).toBe(1)
  })

  it('is forbidden to everybody but the admin, before a byte is read', async () => {
    for (const role of ['promoter', 'manager', 'office'] as const) {
      const body = stream(list(KEYS, ROW))
      await expect(receiveRegister(await person(role), upload(), body)).rejects.toThrow(Forbidden)
      expect(body.locked).toBe(false)
    }
    expect(await db.registerImport.count()).toBe(0)
  })

  it('that breaks off leaves neither a file nor a firm, and the next one runs', async () => {
    const admin = await person('admin')
    const input = upload()
    let pulls = 0
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ > 2) controller.error(new Error('aborted'))
        else controller.enqueue(new TextEncoder().encode(list(KEYS, ROW)))
      },
    })
    await expect(receiveRegister(admin, input, broken)).rejects.toThrow('registerUpload')
    expect(await db.registerImport.findMany()).toMatchObject([{ id: input.id, status: 'interrupted' }])
    expect(await readdir(path.dirname(uploadPath(input.id)))).toEqual([])
    expect(await db.firm.count()).toBe(0)
    const next = upload()
    await receiveRegister(admin, next, stream(list(KEYS, ROW)))
    expect(existsSync(uploadPath(next.id))).toBe(true)
  })
})

describe('an import whose process died', () => {
  it('is shown as interrupted at once, and marked so when a server starts', async () => {
    const admin = await person('admin')
    const id = uuidv7()
    await db.registerImport.create({ data: { id, fileName: 'x.csv', status: 'applying' } })
    await actAs(admin, async () => {
      expect(await openImports()).toEqual([])
      expect(await importProgress(id)).toMatchObject({ status: 'interrupted' })
    })
    const client = await takeTurn(id, 'refuse')
    await actAs(admin, async () => expect(await openImports()).toMatchObject([{ id, status: 'applying' }]))
    await clearRegister()
    expect(await db.registerImport.findMany()).toMatchObject([{ status: 'applying' }])
    await client.end()
    await expect
      .poll(async () => {
        await clearRegister()
        return db.registerImport.findMany()
      })
      .toMatchObject([{ status: 'interrupted', refusal: { key: 'registerInterrupted' } }])
  })

  it('goes on where a job will start it anew', async () => {
    const admin = await person('admin')
    const input = upload()
    await receiveRegister(admin, input, stream(list(KEYS, ROW)))
    await clearRegister()
    await actAs(admin, async () => expect(await openImports()).toMatchObject([{ id: input.id, status: 'checking' }]))
    expect(existsSync(uploadPath(input.id))).toBe(true)
  })
})

describe('the rejects file', () => {
  const words = { heads: ['Riga', 'Colonna', 'Valore', 'Motivo', 'Riga originale'], reason: (key: string) => key }

  it('holds every row with formulas made harmless, and the log says who took it', async () => {
    const admin = await person('admin')
    const { id } = await importContent(list(KEYS, ROW, FORMULA))
    let csv = ''
    for await (const piece of await downloadRejects(admin, id, words)) csv += piece.toString()
    expect(csv).toBe(
      '\ufeffRiga;Colonna;Valore;Motivo;Riga originale\r\n' +
        `3;C-FISCALE;'@12345678901;codiceFiscaleInvalid;"'=2+5;@12345678901"\r\n`,
    )
    const activity = await db.activity.findFirst({ where: { verb: 'register.rejectsDownloaded', subjectId: id } })
    expect(activity?.userId).toBe(admin.id)
  })

  it('is for admins only, and of an import that exists', async () => {
    const { id } = await importContent(list(KEYS, ROW, FORMULA))
    await expect(downloadRejects(await person('manager'), id, words)).rejects.toThrow(Forbidden)
    await expect(downloadRejects(await person('admin'), uuidv7(), words)).rejects.toThrow('notFound')
    expect(await db.activity.count({ where: { verb: 'register.rejectsDownloaded', subjectId: id } })).toBe(0)
  })
})

describe('what the screen reads', () => {
  it('groups rejects by reason and changes by field, with an example each', async () => {
    const admin = await person('admin')
    await importContent(list(`${KEYS};IND_PEC`, { ...ROW, IND_PEC: 'a@pec.example' }))
    const { id } = await importContent(list(`${KEYS};IND_PEC`, { ...ROW, IND_PEC: 'b@pec.example' }, FORMULA, FORMULA))
    await actAs(admin, async () => {
      expect(await rejectGroups(id)).toEqual([
        { reason: 'codiceFiscaleInvalid', rows: 2, line: 3, column: 'C-FISCALE', value: '@12345678901' },
      ])
      expect(await changeGroups(id)).toMatchObject([
        { field: 'pec', firms: 1, name: ROW.DENOMINAZIONE, before: 'a@pec.example', after: 'b@pec.example' },
      ])
      expect(await suspicionGroups(id)).toEqual([])
      expect((await recentImports()).map((row) => row.changed)).toEqual([1, 0])
      expect(await latestEnded()).toMatchObject({ id })
      expect(await importById('no-id')).toBeNull()
    })
  })

  it('is closed to everybody else', async () => {
    const manager = await person('manager')
    for (const read of [openImports, recentImports, latestEnded, () => rejectGroups(uuidv7())])
      await expect(actAs(manager, async () => read())).rejects.toThrow()
  })
})

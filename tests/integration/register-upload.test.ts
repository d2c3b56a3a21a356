import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { markInterrupted } from '@/lib/register/interrupted'
import {
  changeGroups,
  importById,
  importProgress,
  latestEnded,
  recentImports,
  rejectGroups,
  runningImport,
} from '@/lib/register/queries'
import { receiveRegister, uploadPath } from '@/lib/register/receive'
import { downloadRejects } from '@/lib/register/rejects'
import { takeTurn } from '@/lib/register/turn'
import { actAs } from '@/lib/session'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { person } from '@/tests/support/people'
import { importContent, KEYS, list } from '@/tests/support/register-import'

const ROW = { DENOMINAZIONE: 'CARPENTERIE AGRO S.R.L.', 'C-FISCALE': inventedPartitaIva(1) }
const FORMULA = { DENOMINAZIONE: '=2+5', 'C-FISCALE': '@12345678901' }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'data-'))
  process.env.DATA_DIR = folder
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  await db.$transaction([db.firm.deleteMany(), db.registerImport.deleteMany()])
})

const stream = (text: string) => new Blob([text]).stream()
const upload = () => ({ id: uuidv7(), name: 'registro_LT.csv' })

describe('an upload', () => {
  it('is imported in the background, and its file is gone afterwards', async () => {
    const admin = await person('admin')
    const input = upload()
    const { work } = await receiveRegister(admin, input, stream(list(KEYS, ROW)))
    expect(existsSync(uploadPath(input.id))).toBe(true)
    await work
    expect(existsSync(uploadPath(input.id))).toBe(false)
    const row = await actAs(admin, () => importById(input.id))
    expect(row).toMatchObject({
      status: 'done',
      read: 1,
      created: 1,
      fileName: 'registro_LT.csv',
      user: { name: admin.name },
    })
    expect(row?.fileHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await db.activity.findFirst({ where: { subjectId: input.id } })).toMatchObject({ userId: admin.id })
  })

  it('sent again under the same id changes nothing', async () => {
    const admin = await person('admin')
    const input = upload()
    await (await receiveRegister(admin, input, stream(list(KEYS, ROW)))).work
    await (await receiveRegister(admin, input, stream(list(KEYS, { ...ROW, DENOMINAZIONE: 'ALTRO' })))).work
    expect(await db.firm.findMany()).toMatchObject([{ name: ROW.DENOMINAZIONE }])
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

  it('is refused while another import runs', async () => {
    const admin = await person('admin')
    const client = await takeTurn()
    await expect(receiveRegister(admin, upload(), stream(list(KEYS, ROW)))).rejects.toThrow('registerBusy')
    await client.end()
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
    await (await receiveRegister(admin, upload(), stream(list(KEYS, ROW)))).work
    expect(await db.firm.count()).toBe(1)
  })
})

describe('an import whose process died', () => {
  it('is shown as interrupted at once, and marked so by whoever holds the turn next', async () => {
    const admin = await person('admin')
    const id = uuidv7()
    await db.registerImport.create({ data: { id, fileName: 'x.csv', status: 'applying' } })
    await actAs(admin, async () => {
      expect(await runningImport()).toBeNull()
      expect(await importProgress(id)).toMatchObject({ status: 'interrupted' })
      expect(await latestEnded()).toMatchObject({ id, status: 'interrupted' })
    })
    const client = await takeTurn()
    await actAs(admin, async () => expect(await runningImport()).toMatchObject({ id, status: 'applying' }))
    await markInterrupted(client)
    await client.end()
    expect(await db.registerImport.findMany()).toMatchObject([{ status: 'interrupted' }])
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
      expect((await recentImports()).map((row) => row.changed)).toEqual([1, 0])
      expect(await importById('no-id')).toBeNull()
    })
  })

  it('is closed to everybody else', async () => {
    const manager = await person('manager')
    for (const read of [runningImport, recentImports, latestEnded, () => rejectGroups(uuidv7())])
      await expect(actAs(manager, async () => read())).rejects.toThrow()
  })
})

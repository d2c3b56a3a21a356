import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { chooseColumns } from '@/lib/register/choose'
import { columnsOf } from '@/lib/register/column-queries'
import { deleteMapping, keepMapping, recallMapping, renameMapping } from '@/lib/register/mappings'
import { openRegister } from '@/lib/register/open'
import { uploadPath } from '@/lib/register/raw-file'
import { importChoices } from '@/lib/register/schema'
import { actAs } from '@/lib/session'
import type { ImportStatus } from '@/prisma/client/enums'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { removeFolder } from '@/tests/support/folder'
import { person } from '@/tests/support/people'
import { applyChecked, checkContent, list } from '@/tests/support/register-import'

const TEXT = `IDENTIFICATIVO;TITOLO;STATO_ATT;NOTA\n${inventedPartitaIva(1)};ROSSI;ATTIVA;x\n${inventedPartitaIva(2)};VERDI;DORMIENTE;\n`
const COLUMNS = { 0: 'codiceFiscale', 1: 'name', 2: 'status', 3: 'ignore' } as const

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'data-'))
  process.env.DATA_DIR = folder
})
afterAll(() => removeFolder(folder))
beforeEach(async () => {
  await db.$transaction([db.firm.deleteMany(), db.registerImport.deleteMany(), db.registerMapping.deleteMany()])
})

const choices = (more: object = {}) => importChoices.parse({ columns: COLUMNS, ...more })

/** An import whose file is here and whose columns nobody knows. */
async function waiting(text = TEXT, status: ImportStatus = 'refused') {
  const importId = uuidv7()
  await mkdir(path.dirname(uploadPath(importId)), { recursive: true })
  await writeFile(uploadPath(importId), text)
  const { found } = await openRegister(uploadPath(importId), {}, recallMapping)
  await db.registerImport.create({ data: { id: importId, fileName: 'elenco.csv', status, found } })
  return importId
}

describe('the columns of an import', () => {
  it('are chosen while it waits, and kept with it', async () => {
    const admin = await person('admin')
    const importId = await waiting()
    expect(await actAs(admin, () => columnsOf(importId))).toMatchObject({
      found: { missing: ['codiceFiscale', 'name'] },
    })
    const found = await chooseColumns(admin, { importId, choices: choices() })
    expect(found).toMatchObject({
      missing: [],
      columns: { codiceFiscale: 0, name: 1, status: 2 },
      overruled: ['columns'],
    })
    const row = await db.registerImport.findUniqueOrThrow({ where: { id: importId } })
    expect(row).toMatchObject({ choices: { columns: COLUMNS }, found: { missing: [] } })
    const { layout } = await openRegister(uploadPath(importId), importChoices.parse(row.choices))
    expect(layout.extras).toEqual([])
    const deed = await db.activity.findFirstOrThrow({ where: { subjectId: importId } })
    expect(deed).toMatchObject({ verb: 'register.columnsChosen', userId: admin.id })
  })

  it('follow from another way to read the file', async () => {
    const admin = await person('admin')
    const importId = await waiting()
    const found = await chooseColumns(admin, { importId, choices: importChoices.parse({ separator: ',' }) })
    expect(found).toMatchObject({ separator: ',', header: ['IDENTIFICATIVO;TITOLO;STATO_ATT;NOTA'] })
    const back = await chooseColumns(admin, { importId, choices: importChoices.parse({}) })
    expect(back).toMatchObject({ separator: ';', overruled: [] })
  })

  it('are refused once something is done with it, where the file is gone, and where it cannot be read so', async () => {
    const admin = await person('admin')
    const choose = (importId: string, more = {}) => chooseColumns(admin, { importId, choices: choices(more) })
    await expect(choose(uuidv7())).rejects.toThrow('notFound')
    for (const status of ['receiving', 'applying', 'done', 'undone'] as const)
      await expect(choose(await waiting(TEXT, status))).rejects.toThrow('registerColumnsClosed')
    const importId = await waiting()
    await expect(choose(importId, { headerLine: 30 })).rejects.toThrow('registerNoHeader')
    await rm(uploadPath(importId))
    await expect(choose(importId)).rejects.toThrow('registerFileGone')
  })

  it('are forbidden to everybody but the admin', async () => {
    const importId = await waiting()
    for (const role of ['promoter', 'manager', 'office'] as const) {
      const actor = await person(role)
      const id = uuidv7()
      await expect(chooseColumns(actor, { importId, choices: choices() })).rejects.toThrow(Forbidden)
      await expect(keepMapping(actor, { id, importId, name: 'X', columns: {}, words: {} })).rejects.toThrow(Forbidden)
      await expect(renameMapping(actor, { id, name: 'Y' })).rejects.toThrow(Forbidden)
      await expect(deleteMapping(actor, { id })).rejects.toThrow(Forbidden)
      await expect(actAs(actor, () => columnsOf(importId))).rejects.toThrow()
    }
  })
})

describe('a mapping', () => {
  const words = { status: { DORMIENTE: 'inactive' as const } }
  async function kept(name = 'Elenco regionale') {
    const admin = await person('admin')
    const importId = await waiting()
    const input = { id: uuidv7(), importId, name, columns: COLUMNS, words }
    return { admin, importId, input, mapping: await keepMapping(admin, input) }
  }

  it('is found again when the same header comes, however it is spaced, and gives words their meaning', async () => {
    await kept()
    const importId = await waiting(TEXT.replace('TITOLO', ' titolo '))
    const opened = await openRegister(uploadPath(importId), {}, recallMapping)
    expect(opened.found).toMatchObject({ missing: [], mapping: { name: 'Elenco regionale' }, columns: { name: 1 } })
    for await (const _ of opened.rows());
    expect(opened.newWords()).toEqual([])
    const other = await openRegister(uploadPath(await waiting(TEXT.replace('NOTA', 'ALTRO'))), {}, recallMapping)
    expect(other.found.mapping).toBeUndefined()
  })

  it('goes before the one last kept where an import names it, and must fit', async () => {
    const { importId } = await kept('Primo')
    await kept('Secondo')
    const open = (mapping: string, id = importId) => openRegister(uploadPath(id), { mapping }, recallMapping)
    expect((await open('Primo')).found.mapping?.name).toBe('Primo')
    expect((await openRegister(uploadPath(importId), {}, recallMapping)).found.mapping?.name).toBe('Secondo')
    await expect(open('Terzo')).rejects.toThrow('registerNoMapping')
    await expect(open('Primo', await waiting(`A;${TEXT}`))).rejects.toThrow('registerMappingMisfit')
  })

  it('is kept once, however often it is asked for, and changed under the same name', async () => {
    const { admin, importId, input, mapping } = await kept()
    expect(await keepMapping(admin, input)).toMatchObject({ id: mapping.id })
    const again = await keepMapping(admin, { ...input, id: uuidv7(), columns: { ...COLUMNS, 3: 'keep' } })
    expect(again).toMatchObject({ id: mapping.id, columns: { 3: 'keep' } })
    expect(await db.registerMapping.count()).toBe(1)
    expect(await actAs(admin, () => columnsOf(importId))).toMatchObject({ mappings: [{ name: 'Elenco regionale' }] })
  })

  it('is refused a name that stands for another header, and an import that was never opened', async () => {
    const { admin, input } = await kept()
    const other = await waiting(TEXT.replace('NOTA', 'ALTRO'))
    await expect(keepMapping(admin, { ...input, id: uuidv7(), importId: other })).rejects.toThrow('registerMappingName')
    await expect(keepMapping(admin, { ...input, importId: uuidv7() })).rejects.toThrow('notFound')
  })

  it('is renamed and deleted; twice changes nothing', async () => {
    const { admin, mapping } = await kept()
    await kept('Altro')
    await expect(renameMapping(admin, { id: mapping.id, name: 'Altro' })).rejects.toThrow('registerMappingName')
    await expect(renameMapping(admin, { id: uuidv7(), name: 'Nuovo' })).rejects.toThrow('notFound')
    await renameMapping(admin, { id: mapping.id, name: 'Nuovo' })
    await renameMapping(admin, { id: mapping.id, name: 'Nuovo' })
    await deleteMapping(admin, { id: mapping.id })
    await deleteMapping(admin, { id: mapping.id })
    const verbs = await db.activity.findMany({ where: { subjectId: mapping.id }, orderBy: { at: 'asc' } })
    expect(verbs.map((row) => row.verb)).toEqual([
      'register.mappingKept',
      'register.mappingRenamed',
      'register.mappingDeleted',
    ])
  })
})

describe('new words', () => {
  it('are counted while the rows are read', async () => {
    const importId = await waiting(`${TEXT}${inventedPartitaIva(3)};NERI;dormiente ;\n`)
    const opened = await openRegister(uploadPath(importId), choices())
    expect(opened.newWords()).toEqual([])
    for await (const _ of opened.rows());
    expect(opened.newWords()).toEqual([{ column: 'status', word: 'DORMIENTE', rows: 2 }])
  })

  it('are kept with the import after its dry run, and mean what a person says', async () => {
    const columns = 'DENOMINAZIONE;C-FISCALE;STATO;FEMMINILE'
    const row = {
      DENOMINAZIONE: 'ROSSI',
      'C-FISCALE': inventedPartitaIva(1),
      STATO: 'Dormiente',
      FEMMINILE: 'TALVOLTA',
    }
    const found = async (id: string) => (await db.registerImport.findUniqueOrThrow({ where: { id } })).found
    const untold = await checkContent(list(columns, row))
    expect(await found(untold)).toMatchObject({
      words: [
        { column: 'status', word: 'DORMIENTE', rows: 1 },
        { column: 'female', word: 'TALVOLTA', rows: 1 },
      ],
    })
    await applyChecked(untold)
    expect(await db.firm.findFirst()).toMatchObject({ status: 'active', female: false })

    const admin = await person('admin')
    const words = { status: { DORMIENTE: 'inactive' as const }, female: { TALVOLTA: 'yes' as const } }
    await keepMapping(admin, { id: uuidv7(), importId: untold, name: 'Con parole', columns: {}, words })
    const told = await checkContent(list(columns, row))
    expect(await found(told)).toMatchObject({ words: [], mapping: { name: 'Con parole' } })
    expect(await applyChecked(told)).toMatchObject({ changed: 1 })
    expect(await db.firm.findFirst()).toMatchObject({ status: 'inactive', female: true })
  })
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadAteco } from '@/lib/ateco/mutations'
import { atecoLoaded, atecoTitle, atecoTitles } from '@/lib/ateco/queries'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { takeTurn } from '@/lib/register/turn'
import { sectorMoves, sectorsToEdit } from '@/lib/sectors/queries'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { crosswalk, csv, file, structure } from '@/tests/support/ateco'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'
import { importContent, KEYS, list } from '@/tests/support/register-import'

let admin: Actor

beforeEach(async () => {
  admin = await person('admin')
  await db.$executeRaw`truncate firm, ateco_code, ateco_crosswalk cascade`
})

const sectorOf = async (id: string) => (await db.firm.findUniqueOrThrow({ where: { id } })).sectorId
const loaded = () => actAs(admin, atecoLoaded)
const title = (locale: string, ateco: string | null, version: 'ateco_2007' | 'ateco_2025' | null = null) =>
  actAs(admin, () => atecoTitle(locale, { ateco, version }))

const FURNITURE = structure([['31.00.20', 'Mobili per cucina; anche su misura', 'Kitchen furniture']])
const REPAIRS = crosswalk([
  ['45.20.10', '95.31.10'],
  ['45.2', '95.3'],
])

describe('loading the classification', () => {
  test('gives a firm’s code its title, in both languages', async () => {
    expect(await title('it', '31.00.20')).toBeNull()
    await loadAteco(admin, file(csv(FURNITURE)))
    expect(await title('it', '31.00.20', 'ateco_2025')).toBe('Mobili per cucina; anche su misura')
    expect(await title('en', '31.00.20')).toBe('Kitchen furniture')
  })

  test('a code that is not there has the title of the nearest one above; one of the other version has none', async () => {
    await loadAteco(admin, file(csv(FURNITURE)))
    expect(await title('it', '31.09.90')).toBe('Attività 31')
    expect(await title('it', '31.00.20', 'ateco_2007')).toBeNull()
    expect(await title('it', null)).toBeNull()
    await loadAteco(admin, file(csv(REPAIRS)))
    expect(await title('en', '45.20.10', 'ateco_2007')).toBe('Attività 45.20.10 del 2007')
    const codes = [
      { ateco: '45.20.10', version: null },
      { ateco: null, version: null },
    ]
    expect((await actAs(admin, () => atecoTitles(codes))).map((one) => one?.titleIt)).toEqual([
      'Attività 45.20.10 del 2007',
      undefined,
    ])
  })

  test('moves the firms of the old version to the sector of the new one', async () => {
    const garage = await firm({ ateco: '45.20.10', atecoVersion: 'ateco_2007', sectorId: sectorId('other') })
    const cut = await firm({ ateco: '45.2', atecoVersion: 'ateco_2007', sectorId: sectorId('other') })
    const untold = await firm({ ateco: '45.20.10', sectorId: sectorId('other') })
    const newer = await firm({ ateco: '45.20.10', atecoVersion: 'ateco_2025', sectorId: sectorId('other') })
    const result = await loadAteco(admin, file(csv(REPAIRS)))
    expect(result).toEqual({ kind: 'crosswalk', rows: 89, changed: 89 + 89, moved: 3, later: false })
    for (const { id } of [garage, cut, untold]) expect(await sectorOf(id)).toBe(sectorId('services'))
    expect(await sectorOf(newer.id)).toBe(sectorId('other'))
  })

  test('an import lands both versions in the same sector', async () => {
    await loadAteco(admin, file(csv(REPAIRS)))
    const content = list(
      `${KEYS};CODICE ATECO 2007;CODICE ATECO 2025`,
      { 'C-FISCALE': inventedPartitaIva(1), DENOMINAZIONE: 'ROSSI MARIO', 'CODICE ATECO 2007': '45.20.10' },
      { 'C-FISCALE': inventedPartitaIva(2), DENOMINAZIONE: 'BIANCHI LAURA', 'CODICE ATECO 2025': '95.31.10' },
    )
    await importContent(content)
    const firms = await db.firm.findMany({ select: { ateco: true, sectorId: true }, orderBy: { ateco: 'asc' } })
    expect(firms).toEqual([
      { ateco: '45.20.10', sectorId: sectorId('services') },
      { ateco: '95.31.10', sectorId: sectorId('services') },
    ])
  })

  test('the same file again changes nothing; another one replaces it', async () => {
    await loadAteco(admin, file(csv(FURNITURE)))
    expect(await loadAteco(admin, file(csv(FURNITURE)))).toMatchObject({ changed: 0, moved: 0 })
    expect(await db.activity.count({ where: { userId: admin.id, verb: 'ateco.loaded' } })).toBe(1)
    expect(await loadAteco(admin, file(csv(structure())))).toMatchObject({ kind: 'ateco_2025', changed: 1 })
    expect(await loaded()).toMatchObject({
      ateco_2025: 88,
      ateco_2007: 0,
      crosswalk: 0,
      last: { user: { name: admin.name } },
    })
  })

  test.each([
    ['with commas, in UTF-8 with BOM', `\ufeff${csv(FURNITURE, ',')}`, 'utf8'],
    ['with tabs, in UTF-16', `\ufeff${csv(FURNITURE, '\t')}`, 'utf16le'],
    ['with bars, in Windows-1252', csv(FURNITURE, '|'), 'latin1'],
    ['with a preamble', `ISTAT;;;\r\n;;;\r\n${csv(FURNITURE)}`, 'utf8'],
  ] as const)('reads it %s', async (_, text, encoding) => {
    await loadAteco(admin, { name: 'ateco.csv', bytes: Buffer.from(text, encoding) })
    expect(await title('it', '31.09')).toBe('Attività 31')
    expect(await title('it', '31.00.20')).toBe('Mobili per cucina; anche su misura')
  })

  test.each([
    ['a register', 'C-FISCALE;DENOMINAZIONE\n01;ROSSI', 'atecoUnknown'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0', 'registerBinary'],
    ['a spreadsheet', 'PK\x03\x04', 'registerSpreadsheet'],
    ['nothing', '', 'registerEmpty'],
    ['a cut table', csv(structure().slice(0, 50)), 'atecoIncomplete'],
    ['a table with something else in it', csv(structure([['31.00.20.5', 'Mobili', 'Furniture']])), 'atecoRow'],
    ['a crosswalk that leads nowhere', csv(crosswalk([['45.20.10', 'altrove']])), 'atecoRow'],
  ])('refuses %s', async (_, text, key) => {
    const given = { name: 'x.csv', bytes: Buffer.from(text, 'latin1') }
    await expect(loadAteco(admin, given)).rejects.toMatchObject({ key })
    expect(await loaded()).toMatchObject({ ateco_2025: 0, crosswalk: 0 })
  })

  test('is refused while the register is being imported', async () => {
    const importing = await takeTurn(uuidv7(), 'refuse')
    await expect(loadAteco(admin, file(csv(FURNITURE)))).rejects.toMatchObject({ key: 'registerBusy' })
    await importing.end()
  })

  test('is forbidden to everybody but an admin', async () => {
    const manager = await person('manager')
    await expect(loadAteco(manager, file(csv(FURNITURE)))).rejects.toThrow(Forbidden)
    await expect(actAs(manager, atecoLoaded)).rejects.toThrow()
  })

  test('the preview of the sectors tells titles, and prefixes that no code has', async () => {
    await loadAteco(admin, file(csv(FURNITURE)))
    await firm({ ateco: '31.00.20', sectorId: sectorId('furniture') })
    const list = await actAs(admin, sectorsToEdit)
    const sectors = list.sectors.map(({ firms: _, ...one }) =>
      one.id === sectorId('food') ? { ...one, prefixes: ['3100', '992'] } : one,
    )
    const told = await actAs(admin, () => sectorMoves({ ...list, sectors }))
    expect(told.unknownPrefixes).toContain('992')
    expect(told.moves.map(({ codes }) => codes[0])).toMatchObject([
      { ateco: '31.00.20', title: { titleIt: 'Mobili per cucina; anche su misura', titleEn: 'Kitchen furniture' } },
    ])
  })
})

const folder = ['../shared/data/reference', '../../shared/data/reference'].find((path) => existsSync(path))

describe.skipIf(!folder)('ISTAT’s own files (skipped where shared/data/reference is missing)', () => {
  const own = async (name: string) => ({ name, bytes: await readFile(`${folder}/${name}`) })

  test('are read whole, and loading them again changes nothing', async () => {
    const [codes, pairs] = [await own('ateco2025_struttura_istat.csv'), await own('raccordo_ateco2007agg2022_2025.csv')]
    expect(await loadAteco(admin, codes)).toMatchObject({ kind: 'ateco_2025', rows: 3257, changed: 3257 })
    expect(await loadAteco(admin, pairs)).toMatchObject({ kind: 'crosswalk', rows: 3136 })
    expect(await loaded()).toMatchObject({ ateco_2025: 3257, ateco_2007: 3157, crosswalk: 3136 })
    expect(await loadAteco(admin, codes)).toMatchObject({ changed: 0 })
    expect(await loadAteco(admin, pairs)).toMatchObject({ changed: 0 })
    expect(await title('en', '25.11.00', 'ateco_2025')).toMatch(/^Manufacture of metal structures/)
    expect(await title('it', '45.20.10', 'ateco_2007')).toBe('Riparazioni meccaniche di autoveicoli')
  })

  test('lead every code of 2007 to a code of 2025', async () => {
    await loadAteco(admin, await own('ateco2025_struttura_istat.csv'))
    await loadAteco(admin, await own('raccordo_ateco2007agg2022_2025.csv'))
    const lost = await db.$queryRaw`
      select code_2007 from ateco_crosswalk w
      where not exists (select from ateco_code c where c.version = 'ateco_2025' and c.code = w.code_2025)`
    expect(lost).toEqual([])
  })
})

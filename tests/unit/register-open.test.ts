import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '@/lib/refusal'
import { type Opened, openRegister } from '@/lib/register/open'
import type { ImportChoices } from '@/lib/register/schema'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { removeFolder } from '@/tests/support/folder'
import { workbookOf, xlsxOf, zipOf } from '@/tests/support/register-workbook'

const REAL = '../shared/data/register'
const withReal = existsSync(REAL) ? describe : describe.skip

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'register-'))
})
afterAll(() => removeFolder(folder))

const code = inventedPartitaIva
const TEXT = `DENOMINAZIONE;C-FISCALE;STATO\r\nCAFFÈ ROSSI;${code(1)};ATTIVA\r\n"BAR ""DUE""";${code(2)};SOSPESA\r\n`
const CELLS = [
  ['CAFFÈ ROSSI', code(1), 'ATTIVA'],
  ['BAR "DUE"', code(2), 'SOSPESA'],
]
const HEADER = ['DENOMINAZIONE', 'C-FISCALE', 'STATO']

async function open(content: string | Uint8Array, choices: Partial<ImportChoices> = {}): Promise<Opened> {
  const file = path.join(folder, 'register')
  await writeFile(file, content)
  return openRegister(file, choices)
}

async function all({ rows }: Opened) {
  const found = []
  for await (const piece of rows()) found.push(...piece)
  return found
}
const cells = async (opened: Opened) => (await all(opened)).map((row) => row.cells)

describe('a text', () => {
  const utf16 = (text: string, swapped = false) => {
    const bytes = Buffer.from(text, 'utf16le')
    return swapped ? bytes.swap16() : bytes
  }
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(`\ufeff${TEXT}`)],
    ['utf-16be', utf16(`\ufeff${TEXT}`, true)],
    ['utf-16le', utf16(TEXT)],
    ['utf-16be', utf16(TEXT, true)],
    ['windows-1252', Buffer.from(TEXT, 'latin1')],
  ])('in %s', async (encoding, content) => {
    const opened = await open(content)
    expect(opened.found).toMatchObject({ kind: 'text', encoding, separator: ';', header: HEADER, headerLine: 1 })
    expect(opened.found.samples).toEqual(CELLS)
    expect(await cells(opened)).toEqual(CELLS)
    expect(await cells(opened), 'and once more').toEqual(CELLS)
  })

  it('in gzip, and in a zip file among others, the one that is a register', async () => {
    const packed = await open(gzipSync(TEXT))
    expect(packed.found).toMatchObject({ packed: 'gz', kind: 'text', separator: ';' })
    expect(await cells(packed)).toEqual(CELLS)
    const zip = zipOf({ 'leggimi.txt': 'Estratto del 31 maggio', 'dati/registro.csv': TEXT, 'nota.pdf': '%PDF-1.7' })
    const opened = await open(zip)
    const entries = ['leggimi.txt', 'dati/registro.csv']
    expect(opened.found).toMatchObject({ packed: 'zip', entries, entry: 'dati/registro.csv' })
    expect(await cells(opened)).toEqual(CELLS)
    expect((await open(zip, { entry: 'leggimi.txt' })).found.missing).toEqual(['codiceFiscale', 'name'])
  })

  it('is read otherwise where a person says so', async () => {
    const opened = await open(Buffer.from(TEXT), { encoding: 'windows-1252', separator: ',', headerLine: 2 })
    const overruled = ['encoding', 'separator', 'headerLine']
    expect(opened.found).toMatchObject({ encoding: 'windows-1252', separator: ',', headerLine: 2, overruled })
    expect(opened.found.header[0]).toContain('CAFFÃˆ ROSSI')
    await expect(open(TEXT, { headerLine: 40 })).rejects.toThrow('registerNoHeader')
  })

  it('has its columns as a person chose them', async () => {
    const text = `IDENTIFICATIVO;TITOLO;X;Y\n${code(1)};ROSSI;1;2\n`
    expect((await open(text)).found).toMatchObject({
      missing: ['codiceFiscale', 'name'],
      header: ['IDENTIFICATIVO', 'TITOLO', 'X', 'Y'],
    })
    const { layout, found } = await open(text, { columns: { 0: 'codiceFiscale', 1: 'name', 2: 'ignore', 3: 'keep' } })
    expect(found).toMatchObject({ missing: [], overruled: ['columns'], columns: { codiceFiscale: 0, name: 1 } })
    expect(layout.extras).toEqual([{ index: 3, label: 'Y' }])
    const moved = await open(TEXT, { columns: { 2: 'name' } })
    expect(moved.layout).toMatchObject({ columns: { name: 2, codiceFiscale: 1 }, extras: [{ index: 0 }] })
  })

  it('has the same fingerprint whenever its columns are the same', async () => {
    const { found } = await open(TEXT)
    const again = await open(`Estratto\n\ndenominazione,"c-fiscale ","sta\nto"\n`)
    expect(again.found.fingerprint).toBe(found.fingerprint)
    expect((await open(`${TEXT.replace(';STATO', ';STATO;X')}`)).found.fingerprint).not.toBe(found.fingerprint)
  })
})

describe('a spreadsheet', () => {
  const [head, ...rows] = [HEADER, ...CELLS] as [string[], ...string[][]]
  const sheets = { Copertina: [['Elenco'], ['del mese']], Imprese: [['Estratto del 31 maggio'], [], head, ...rows] }

  it.each(['xlsx', 'biff8'] as const)('in %s: the sheet whose header is best known, with true lines', async (type) => {
    const opened = await open(workbookOf(sheets, type))
    const kind = type === 'biff8' ? 'xls' : 'xlsx'
    expect(opened.found).toMatchObject({ kind, sheets: ['Copertina', 'Imprese'], sheet: 'Imprese', headerLine: 3 })
    expect(opened.found).toMatchObject({ preamble: ['Estratto del 31 maggio'], header: HEADER, samples: CELLS })
    expect((await all(opened)).map(({ line, cells }) => [line, ...cells])).toEqual([
      [4, ...(rows[0] ?? [])],
      [5, ...(rows[1] ?? [])],
    ])
    expect((await open(workbookOf(sheets, type), { sheet: 'Copertina' })).found.sheet).toBe('Copertina')
    await expect(open(workbookOf(sheets, type), { sheet: 'Foglio9' })).rejects.toThrow('registerNoSheet')
  })

  it.each(['xlsx', 'biff8'] as const)('in %s: numbers and days as a person reads them', async (type) => {
    const day = { t: 'n', v: 42822, z: 'dd/mm/yyyy' }
    const opened = await open(
      workbookOf(
        {
          F: [
            [...HEADER, 'CAPITALE', 'DATA'],
            ['ROSSI', 2640720849, true, 10.125, day],
          ],
        },
        type,
      ),
    )
    expect(await cells(opened)).toEqual([['ROSSI', '2640720849', 'SI', '10.1250', '2017-03-28']])
  })

  it('in xlsx of other writers: texts in place, formulas, rich texts, prefixes, the days of old Macs', async () => {
    const style = '<numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/></numFmts>'
    const opened = await open(
      xlsxOf({
        workbook: '<workbookPr date1904="1"/>',
        styles: `${style}<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>`,
        strings: '<si><r><t>DENOMI</t></r><r><t>NAZIONE</t></r><rPh><t>x</t></rPh></si><si><t>C-FISCALE</t></si>',
        sheet:
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>DT-CESSAZ</t></is></c></row>' +
          `<row r="5"><c r="A5" t="str"><f>"R"&amp;"OSSI"</f><v>ROSSI &amp; C.</v></c><c t="inlineStr"><is><t>${code(1)}</t></is></c><c r="C5" s="1"><v>41360.75</v></c></row>`,
      }),
    )
    expect((await all(opened)).map(({ line, cells }) => [line, ...cells])).toEqual([
      [5, 'ROSSI & C.', code(1), '2017-03-28'],
    ])
  })

  it('also packed once more', async () => {
    for (const packed of [gzipSync(workbookOf(sheets)), zipOf({ 'registro.xlsx': workbookOf(sheets) })])
      expect(await cells(await open(packed))).toEqual(CELLS)
    expect(await cells(await open(zipOf({ 'registro.xls': workbookOf(sheets, 'biff8') })))).toEqual(CELLS)
  })
})

describe('what is no table or means harm is refused in bounded memory', () => {
  const zeros = Buffer.alloc(64 * 2 ** 20, 'x')
  const noise = (megabytes: number) => randomBytes(megabytes * 2 ** 19).toString('hex')
  const sheet = (text: string) => xlsxOf({ sheet: `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>` })
  it.each([
    ['an empty file', () => Buffer.alloc(0), 'registerEmpty'],
    ['an image', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'registerBinary'],
    ['a damaged zip file', () => Buffer.from('504b030414000600', 'hex'), 'registerDamaged'],
    ['half a zip file', () => zipOf({ 'a.csv': TEXT }).subarray(0, 60), 'registerDamaged'],
    ['half a gzip file', () => gzipSync(TEXT.repeat(50)).subarray(0, 60), 'registerDamaged'],
    ['half an xls file', () => workbookOf({ A: CELLS }, 'biff8').subarray(0, 900), 'registerDamaged'],
    ['a zip file of documents', () => zipOf({ 'a.pdf': '%PDF', 'b.docx': 'x' }), 'registerNoTable'],
    ['a gzip file that swells', () => gzipSync(zeros), 'registerTooLarge'],
    ['a zip file that swells', () => zipOf({ 'a.csv': zeros }), 'registerTooLarge'],
    ['a sheet that swells', () => xlsxOf({ sheet: '<row></row>'.repeat(4_000_000) }), 'registerTooLarge'],
    ['a text without end', () => sheet(zeros.toString('latin1')), 'registerDamaged'],
    ['a cell without end', () => sheet('x'.repeat(200_000)), 'registerLineTooLong'],
    ['a tag without end', () => sheet(`<t a="${noise(6)}"/>`), 'registerDamaged'],
    ['a sheet that is no XML', () => xlsxOf({ sheet: '<row><c>' }), 'registerDamaged'],
    ['entities that swell', () => xlsxOf({ sheet: '<row><c t="str"><v>&lol;</v></c></row>' }), 'registerDamaged'],
  ])('%s', async (_, content, reason) => {
    await expect(open(content()).then(all)).rejects.toThrow(reason)
  })

  it('a line without end', async () => {
    await expect(open(Buffer.concat([Buffer.from(TEXT), zeros])).then(all)).rejects.toThrow('registerLineTooLong')
  })
})

describe('whatever the bytes', () => {
  const hostile = fc.constantFrom('504b0304', '1f8b0800', 'd0cf11e0a1b11ae1', 'fffe', 'feff', 'efbbbf', '')
  const bytes = fc.oneof(
    fc
      .tuple(hostile, fc.uint8Array({ maxLength: 600 }))
      .map(([begin, rest]) => Buffer.concat([Buffer.from(begin, 'hex'), rest])),
    fc
      .string({
        unit: fc.constantFrom('"', ';', '\n', '\r', '\t', ',', '|', 'a', '\0', 'È', 'CF', 'DENOMINAZIONE'),
        maxLength: 200,
      })
      .map((text) => Buffer.from(text)),
  )
  const spoiled = fc
    .tuple(
      fc.constantFrom(workbookOf({ A: [HEADER, ...CELLS] }), zipOf({ 'a.csv': TEXT }), gzipSync(TEXT)),
      fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 4 }),
    )
    .map(([file, changes]) => {
      const copy = Buffer.from(file)
      for (const [at, byte] of changes) copy[at % copy.length] = byte
      return copy
    })

  it('opening and reading end in rows or in a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, spoiled), async (content) => {
        try {
          const opened = await open(content)
          for (const row of await all(opened)) expect(row.line).toBeGreaterThan(opened.found.headerLine)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

withReal(`the official start-up list (${REAL}; skipped where the folder is missing)`, () => {
  it('is read from the old .xls: 7,045 firms of three sheets, as from the CSV', async () => {
    const book = await openRegister(`${REAL}/startup_innovative_registroimprese_2017.xls`)
    expect(book.found).toMatchObject({ kind: 'xls', sheet: 'STARTUP_01052017', headerLine: 1, missing: [] })
    expect(book.found.sheets).toHaveLength(3)
    const text = await openRegister(`${REAL}/startup_innovative_2017_semicolon_utf8bom.csv`)
    expect(text.found.fingerprint).toBe(book.found.fingerprint)
    const firms = await cells(book)
    expect(firms).toHaveLength(7045)
    expect(firms).toEqual(await cells(text))
  }, 60_000)
})

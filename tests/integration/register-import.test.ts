import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { clearRegister } from '@/lib/register/clear'
import { takeTurn } from '@/lib/register/turn'
import { sectorId } from '@/prisma/catalogues/seed'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { campaign } from '@/tests/support/campaigns'
import { person } from '@/tests/support/people'
import { CLASSIC, classicLines, classicRow, inventedPersonCode } from '@/tests/support/register-file'
import { importContent, importFile, KEYS, list, SITES } from '@/tests/support/register-import'

const DATA = '../shared/data/register'
const SEMICOLON = `${DATA}/startup_innovative_2017_semicolon_utf8bom.csv`
const PIPE = `${DATA}/startup_innovative_2017_pipe_latin1.csv`
const FUEL = `${DATA}/mimit_carburanti_anagrafica_impianti_2022.csv`
/** The real files are not part of the repository. */
const withFiles = existsSync(SEMICOLON) ? describe : describe.skip

const code = inventedPartitaIva
const ROW = { DENOMINAZIONE: 'CARPENTERIE AGRO S.R.L.', 'C-FISCALE': code(1) }
const HEAD = {
  ...ROW,
  PRV: 'LT',
  'N-REA': '187342',
  'UL-SEDE': 'SEDE',
  COMUNE: 'LATINA - LT',
  INDIRIZZO: 'VIA NINFA 1',
  IND: '1',
  DIP: '9',
}

beforeEach(async () => {
  await db.$transaction([db.campaign.deleteMany(), db.firm.deleteMany(), db.registerImport.deleteMany()])
})

const firms = () => db.firm.findMany({ orderBy: { codiceFiscale: 'asc' } })
const state = async () => ({
  firms: await firms(),
  phones: await db.firmPhone.findMany({ orderBy: { id: 'asc' } }),
  sites: await db.localUnit.findMany({ orderBy: { id: 'asc' } }),
})

withFiles(`the real start-up list (${DATA}; skipped where the folder is missing)`, () => {
  it('brings in 7,045 firms, and the same firms from both encodings', async () => {
    const nothing = { changed: 0, ceased: 0, rejected: 0 }
    expect(await importFile(SEMICOLON)).toMatchObject({ ...nothing, read: 7045, created: 7045, unchanged: 0 })
    const before = await state()
    expect(await importFile(PIPE)).toMatchObject({ ...nothing, read: 7045, created: 0, unchanged: 7045 })
    expect(await importFile(SEMICOLON)).toMatchObject({ ...nothing, read: 7045, created: 0, unchanged: 7045 })
    expect(await state()).toEqual(before)
    expect(await db.firm.count({ where: { province: 'LT', municipalityCode: { not: null } } })).toBe(37)
    expect(await db.firm.count({ where: { municipalityCode: { not: null } } })).toBe(37)
    expect(await db.firm.count({ where: { young: true } })).toBe(1407)
    expect(await db.firm.count({ where: { female: true } })).toBe(923)
    expect(await db.firm.count({ where: { foreign: true } })).toBe(188)
    expect(await db.firm.count({ where: { status: 'in_liquidation' } })).toBe(116)
    expect(await db.firm.count({ where: { atecoVersion: 'ateco_2007' } })).toBe(7019)
    expect(await db.firm.findUnique({ where: { codiceFiscale: '02640720849' } })).toMatchObject({
      name: 'BIO GROUP DISTRIBUZIONE S.R.L.',
      ateco: '41.2',
      sectorId: sectorId('construction'),
      legalForm: 'SR',
      registeredOn: new Date('2011-07-28'),
      municipalityName: 'LICATA',
      municipalityCode: null,
      province: 'AG',
    })
  })

  it('refuses the fuel stations, which have no codice fiscale, and changes nothing', async () => {
    await expect(importFile(FUEL)).rejects.toThrow('registerNoKey')
    expect(await db.firm.count()).toBe(0)
    const refused = await db.registerImport.findFirstOrThrow()
    expect(refused).toMatchObject({ status: 'refused', refusal: { key: 'registerNoKey' } })
    expect(JSON.stringify(refused.refusal)).toContain('Gestore')
    expect(await db.activity.count({ where: { subjectId: refused.id, verb: 'register.refused' } })).toBe(1)
  })
})

describe('files that cannot be brought in are refused, and the register is as it was', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  it.each([
    ['an empty file', '', 'registerEmpty'],
    ['blank lines', '\r\n\r\n  \r\n', 'registerEmpty'],
    ['an image', png, 'registerBinary'],
    ['bytes that are no text', Buffer.from([65, 0, 66, 0, 1, 2]), 'registerBinary'],
    ['a damaged spreadsheet', Buffer.from('504b030414000600', 'hex'), 'registerDamaged'],
    ['a header without rows', `${KEYS}\r\n`, 'registerHeaderOnly'],
    ['a file without names', `C-FISCALE;COMUNE\r\n${code(1)};LATINA\r\n`, 'registerNoName'],
    ['a last row cut in the middle', `${list(SITES, HEAD)}LT;18`, 'registerTruncated'],
    ['a quoted cell that never ends', `${list(SITES, HEAD)}LT;187343;SEDE;"CARPENTERIE\r\nAG`, 'registerTruncated'],
    ['a line without end', `${list(KEYS, ROW)}${'x'.repeat(1_500_000)}`, 'registerLineTooLong'],
  ])('%s', async (_, content, reason) => {
    await expect(importContent(content)).rejects.toThrow(reason)
    expect(await db.firm.count()).toBe(0)
    expect(await db.registerImport.findFirst()).toMatchObject({ status: 'refused' })
  })
})

describe('quirks of real extracts', () => {
  it('1: accents as apostrophes, upper case, runs of blanks and line breaks in names', async () => {
    await importContent(list(KEYS, { ...ROW, DENOMINAZIONE: `"SOCIETA'   AGRICOLA\r\nDI ROSSI"` }))
    expect(await firms()).toMatchObject([{ name: "SOCIETA' AGRICOLA DI ROSSI", searchName: 'societaagricoladirossi' }])
  })

  it('2: COMUNE with its province, old province codes, NA for Naples', async () => {
    await importContent(
      list(
        SITES,
        { ...HEAD, COMUNE: 'TRIESTE - TS' },
        { ...HEAD, 'C-FISCALE': code(2), PRV: 'NA', 'N-REA': '1' },
        { ...HEAD, 'C-FISCALE': code(3), PRV: 'FO', 'N-REA': '2' },
      ),
    )
    const found = await firms()
    expect(found).toMatchObject([
      { municipalityName: 'TRIESTE', province: 'TS', municipalityCode: null, reaProvince: 'LT' },
      { municipalityName: 'LATINA', municipalityCode: '059011', reaProvince: 'NA' },
      { reaProvince: 'FC' },
    ])
  })

  it('3: REA numbers are unique only with their province', async () => {
    const { created } = await importContent(list(SITES, HEAD, { ...HEAD, 'C-FISCALE': code(2), PRV: 'FR' }))
    expect(created).toBe(2)
    expect(await db.localUnit.count({ where: { reaNumber: '187342' } })).toBe(2)
  })

  it('4: head-office values repeated on every row are taken once', async () => {
    const rows = [
      { ...HEAD, 'UL-SEDE': 'UL-1', INDIRIZZO: 'VIA APPIA 3', DIP: '9' },
      { ...HEAD, INDIRIZZO: 'VIA NINFA 1' },
      { ...HEAD, 'UL-SEDE': 'UL-2', COMUNE: 'ROMA - RM' },
    ]
    expect(await importContent(list(SITES, ...rows))).toMatchObject({ read: 3, created: 1 })
    expect(await firms()).toMatchObject([
      { employeesDependent: 9, employeesIndependent: 1, sizeClass: 'staff_10_49', address: 'VIA NINFA 1' },
    ])
    const units = await db.localUnit.findMany({ orderBy: { unit: 'asc' } })
    expect(units.map((unit) => [unit.unit, unit.address, unit.municipalityName])).toEqual([
      ['SEDE', 'VIA NINFA 1', 'LATINA'],
      ['UL-1', 'VIA APPIA 3', 'LATINA'],
      ['UL-2', 'VIA NINFA 1', 'ROMA'],
    ])
  })

  it('4: also where the rows of a firm do not stand together', async () => {
    const first = { ...HEAD, 'UL-SEDE': 'UL-1', TELEFONO: '0773/111111' }
    const second = { ...HEAD, TELEFONO: '0773/222222' }
    const between = { ...HEAD, 'C-FISCALE': code(2), 'N-REA': '5' }
    await importContent(list(SITES, first, between, second))
    expect(await db.localUnit.count()).toBe(3)
    const { id, address } = await db.firm.findUniqueOrThrow({ where: { codiceFiscale: code(1) } })
    expect(address).toBe('VIA NINFA 1')
    const phones = await db.firmPhone.findMany({ where: { firmId: id }, orderBy: { position: 'asc' } })
    expect(phones.map((phone) => phone.printed)).toEqual(['0773/222222', '0773/111111'])
    expect(await importContent(list(SITES, first, between, second))).toMatchObject({ changed: 0, unchanged: 2 })
    expect(await importContent(list(SITES, first, second, between))).toMatchObject({ changed: 0, unchanged: 2 })
  })

  it('5: ATECO codes of any print, several in a cell, and the version of the column', async () => {
    const columns = `${KEYS};ATECO 2007;ATECO 2025`
    await importContent(
      list(
        columns,
        { ...ROW, 'ATECO 2007': 'P 22.23.02 / S 16.23.10' },
        { ...ROW, 'C-FISCALE': code(2), 'ATECO 2007': '2511', 'ATECO 2025': '25.11.00' },
        { ...ROW, 'C-FISCALE': code(3), 'ATECO 2007': '1.13.1' },
      ),
    )
    expect(await firms()).toMatchObject([
      {
        ateco: '22.23.02',
        atecoVersion: 'ateco_2007',
        atecoCodes: ['22.23.02', '16.23.10'],
        sectorId: sectorId('other'),
      },
      { ateco: '25.11.00', atecoVersion: 'ateco_2025', sectorId: sectorId('metals') },
      { ateco: '01.13.1', sectorId: sectorId('other') },
    ])
  })

  it('6: dates of every print, and a date of ceasing', async () => {
    const columns = `${KEYS};DT-ISCR-RI;DT-INI-AT;DT-CESSAZ`
    await importContent(
      list(columns, { ...ROW, 'DT-ISCR-RI': '19/02/1996', 'DT-INI-AT': '3/28/17', 'DT-CESSAZ': '42822' }),
    )
    const day = new Date('2017-03-28')
    expect(await firms()).toMatchObject([
      { registeredOn: new Date('1996-02-19'), startedOn: day, ceasedOn: day, status: 'ceased' },
    ])
  })

  it('7: natural persons, lost zeros, and the code that follows from the partita IVA', async () => {
    const columns = `${KEYS};PARTITA-IVA;NG`
    const small = code(77)
    const counts = await importContent(
      list(
        columns,
        { ...ROW, 'C-FISCALE': inventedPersonCode(5), 'PARTITA-IVA': code(5).replace(/^0+/, '') },
        { ...ROW, 'C-FISCALE': small.replace(/^0+/, ''), 'PARTITA-IVA': '0' },
        { ...ROW, 'C-FISCALE': '', 'PARTITA-IVA': code(6), NG: 'SR' },
        { ...ROW, 'C-FISCALE': '', 'PARTITA-IVA': code(8), NG: 'DI' },
      ),
    )
    expect(counts).toMatchObject({ read: 4, created: 3, rejected: 1 })
    expect((await firms()).map((firm) => [firm.codiceFiscale, firm.partitaIva])).toEqual([
      [code(6), code(6)],
      [small, null],
      [inventedPersonCode(5), code(5)],
    ])
  })

  it('8: several telephone numbers in a cell, kept as printed', async () => {
    await importContent(list(SITES, { ...HEAD, TELEFONO: '0815640899/3895885791' }))
    const phones = await db.firmPhone.findMany({ orderBy: { position: 'asc' } })
    expect(phones.map((phone) => [phone.e164, phone.printed, phone.source])).toEqual([
      ['+390815640899', '0815640899', 'register'],
      ['+393895885791', '3895885791', 'register'],
    ])
  })

  it('9: PEC in upper case, missing, or shared', async () => {
    const pec = 'STUDIO@PEC.EXAMPLE'
    await importContent(
      list(
        `${KEYS};IND_PEC`,
        { ...ROW, IND_PEC: pec },
        { ...ROW, 'C-FISCALE': code(2), IND_PEC: pec },
        { ...ROW, 'C-FISCALE': code(3) },
      ),
    )
    expect((await firms()).map((firm) => firm.pec)).toEqual(['studio@pec.example', 'studio@pec.example', null])
  })

  it('10: capital in euro, lire and other currencies', async () => {
    const columns = `${KEYS};CAPITALE;VALUTA-CAPITALE`
    const capital = (number: number, CAPITALE: string, currency: string) => {
      return { ...ROW, 'C-FISCALE': code(number), CAPITALE, 'VALUTA-CAPITALE': currency }
    }
    await importContent(
      list(columns, capital(1, '10.000,00', 'EURO'), capital(2, '19.362.700', 'LIRE'), capital(3, '5', 'USD')),
    )
    expect((await firms()).map((firm) => firm.capitalEuro?.toNumber() ?? null)).toEqual([10_000, 10_000, null])
  })

  it('11: preamble, blank rows, repeated headers, stray quotes, wrong number of columns', async () => {
    const content = [
      'Estratto del 31/05/2026',
      '',
      '"DENOMI\nNAZIONE ";C-FISCALE',
      `"LA FENICE" DI ROSSI;${code(1)}`,
      ';',
      '"DENOMI\nNAZIONE ";C-FISCALE',
      `BAR; SPORT;${code(2)}`,
      `"BAR; SPORT";${code(3)}`,
      '',
    ].join('\r\n')
    expect(await importContent(content)).toMatchObject({ read: 3, created: 2, rejected: 1 })
    expect((await firms()).map((firm) => firm.name)).toEqual(['"LA FENICE" DI ROSSI', 'BAR; SPORT'])
    const [reject] = await db.registerReject.findMany()
    expect(reject).toMatchObject({ line: 9, value: '3', reason: 'columnCount', row: `BAR; SPORT;${code(2)}` })
  })

  it('12: UTF-8 with and without BOM, UTF-16, Windows-1252, any separator', async () => {
    const text = `DENOMINAZIONE\tC-FISCALE\r\nCAFFÈ L’ANGOLO\t${code(1)}\r\n`
    const nothing = { created: 0, changed: 0, unchanged: 1 }
    expect(await importContent(Buffer.from(text))).toMatchObject({ created: 1 })
    expect((await firms())[0]?.name).toBe("CAFFÈ L'ANGOLO")
    expect(await importContent(Buffer.from(`\ufeff${text}`))).toMatchObject(nothing)
    expect(await importContent(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject(nothing)
    const windows = Buffer.from(text.replace('’', '\x92'), 'latin1')
    expect(await importContent(windows)).toMatchObject(nothing)
    for (const separator of [';', ',', '|'])
      expect(await importContent(Buffer.from(text.replaceAll('\t', separator)))).toMatchObject(nothing)
    expect(await importContent(Buffer.from(text.replaceAll('\r\n', '\r')))).toMatchObject(nothing)
  })

  it('13: next month’s file changes what changed, and says what', async () => {
    const [one, two, three] = [
      HEAD,
      { ...HEAD, 'C-FISCALE': code(2), 'N-REA': '2' },
      { ...HEAD, 'C-FISCALE': code(3), 'N-REA': '3' },
    ]
    await importContent(list(SITES, one, two))
    const counts = await importContent(list(SITES, { ...one, IND_PEC: 'A@B.EXAMPLE', DIP: '50' }, two, three))
    expect(counts).toMatchObject({ read: 3, created: 1, changed: 1, unchanged: 1, ceased: 0 })
    const [change] = await db.registerChange.findMany()
    expect(change?.changes).toEqual({
      employeesDependent: [9, 50],
      sizeClass: ['staff_10_49', 'staff_50_plus'],
      pec: [null, 'a@b.example'],
    })
    const activity = await db.activity.findFirstOrThrow({ where: { subjectId: counts.id } })
    expect(activity).toMatchObject({ verb: 'register.imported', changes: { created: 1, changed: 1, unchanged: 1 } })
  })
})

describe('what people did stays', () => {
  it('a corrected field keeps the correction, and the register’s value moves beneath it', async () => {
    await importContent(list(SITES, { ...HEAD, IND_PEC: 'old@pec.example' }))
    const [firm] = await firms()
    const user = await person('promoter')
    const firmId = firm?.id ?? ''
    await db.firm.update({
      where: { id: firmId },
      data: { pec: 'right@pec.example', name: 'AGRO', searchName: 'agro' },
    })
    const correction = { firmId, userId: user.id }
    await db.correction.createMany({
      data: [
        { ...correction, id: uuidv7(), field: 'pec', value: 'right@pec.example', registerValue: 'old@pec.example' },
        { ...correction, id: uuidv7(), field: 'name', value: 'AGRO', registerValue: ROW.DENOMINAZIONE },
      ],
    })
    const counts = await importContent(list(SITES, { ...HEAD, IND_PEC: 'new@pec.example', DIP: '3' }))
    expect(counts.changed).toBe(1)
    expect(await firms()).toMatchObject([
      { pec: 'right@pec.example', name: 'AGRO', searchName: 'agro', employeesDependent: 3 },
    ])
    const corrections = await db.correction.findMany({ orderBy: { field: 'asc' } })
    expect(corrections.map((row) => [row.value, row.registerValue])).toEqual([
      ['AGRO', ROW.DENOMINAZIONE],
      ['right@pec.example', 'new@pec.example'],
    ])
  })

  it('struck numbers stay struck however they are printed, and a person’s own numbers stay', async () => {
    await importContent(list(SITES, { ...HEAD, TELEFONO: '0773/111111' }))
    const [firm] = await firms()
    await db.firmPhone.updateMany({ data: { struckAt: new Date() } })
    const own = { id: uuidv7(), firmId: firm?.id ?? '', e164: '+393331234567', printed: '333 1234567' }
    await db.firmPhone.create({ data: { ...own, source: 'person' } })
    await importContent(list(SITES, { ...HEAD, TELEFONO: '0773 111111; 0773/222222', DIP: '2' }))
    await importContent(list(SITES, { ...HEAD, TELEFONO: '0773/333333', DIP: '3' }))
    const phones = await db.firmPhone.findMany({ orderBy: { e164: 'asc' } })
    expect(phones.map((phone) => [phone.e164, phone.source, phone.struckAt !== null])).toEqual([
      ['+390773111111', 'register', true],
      ['+390773333333', 'register', false],
      ['+393331234567', 'person', false],
    ])
  })

  it('do-not-contact, digital level, contacts and the firm’s id stay', async () => {
    await importContent(list(SITES, HEAD))
    const since = new Date('2026-03-01T10:00:00Z')
    const people = { doNotContactSince: since, doNotContactReason: 'chiesto', digitalLevel: 'email' as const }
    await db.firm.updateMany({ data: people })
    const [before] = await firms()
    await importContent(list(SITES, { ...HEAD, DIP: '4' }))
    expect(await firms()).toMatchObject([{ ...people, id: before?.id, version: (before?.version ?? 0) + 1 }])
  })

  it('a file that does not speak of something leaves it alone', async () => {
    await importContent(
      list(`${SITES};STRAD`, { ...HEAD, TELEFONO: '0773/111111', IND_PEC: 'A@B.EXAMPLE', STRAD: '12' }),
    )
    const before = await state()
    const startups = `${KEYS};sito internet;settore`
    const site = { ...ROW, 'sito internet': 'www.agro.example', settore: 'SERVIZI' }
    expect(await importContent(list(startups, site))).toMatchObject({ changed: 1 })
    const after = await state()
    expect(after.phones).toEqual(before.phones)
    expect(after.sites).toEqual(before.sites)
    expect(after.firms).toMatchObject([
      {
        website: 'www.agro.example',
        pec: 'a@b.example',
        employeesDependent: 9,
        extra: { STRAD: '12', settore: 'SERVIZI' },
      },
    ])
  })
})

describe('a firm that ceases', () => {
  it('is counted as ceased and leaves the lists of those still to call', async () => {
    const two = { ...HEAD, 'C-FISCALE': code(2), 'N-REA': '2' }
    await importContent(list(SITES, HEAD, two))
    const all = await firms()
    const { assignments } = await campaign({ firms: all })
    const done = await campaign({ firms: all.slice(0, 1), assignment: { state: 'interviewed' } })
    await db.assignment.updateMany({
      where: { id: assignments[0]?.id },
      data: { state: 'callback', callbackAt: new Date() },
    })
    const counts = await importContent(list(SITES, { ...HEAD, 'DT-CESSAZ': '01/05/2026' }, two))
    expect(counts).toMatchObject({ created: 0, changed: 0, ceased: 1, unchanged: 1 })
    const states = await db.assignment.findMany({
      where: { campaignId: assignments[0]?.campaignId },
      orderBy: { drawOrder: 'asc' },
    })
    expect(states.map((row) => [row.state, row.callbackAt])).toEqual([
      ['ceased', null],
      ['to_call', null],
    ])
    expect(await db.assignment.findMany({ where: { campaignId: done.campaign.id } })).toMatchObject([
      { state: 'interviewed' },
    ])
  })
})

describe('rejected rows', () => {
  it('are kept, all of them, with line, column, value and reason', async () => {
    const rows = [
      { ...ROW, 'C-FISCALE': '12345678901' },
      { ...ROW, 'C-FISCALE': '' },
      { ...ROW, 'C-FISCALE': code(3), DENOMINAZIONE: ' - ' },
      ROW,
    ]
    const { id, rejected, created } = await importContent(list(KEYS, ...rows))
    expect({ rejected, created }).toEqual({ rejected: 3, created: 1 })
    const kept = await db.registerReject.findMany({ where: { importId: id }, orderBy: { ordinal: 'asc' } })
    expect(kept.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [2, 'C-FISCALE', '12345678901', 'codiceFiscaleInvalid'],
      [3, 'C-FISCALE', '', 'codiceFiscaleMissing'],
      [4, 'DENOMINAZIONE', ' - ', 'nameMissing'],
    ])
    expect(kept[0]?.row).toBe(`${ROW.DENOMINAZIONE};12345678901`)
  })
})

describe('duplicates inside a file', () => {
  it('are taken once; the site of another firm with the same REA goes to the first', async () => {
    expect(await importContent(list(SITES, HEAD, HEAD, { ...HEAD, 'C-FISCALE': code(2) }))).toMatchObject({
      read: 3,
      created: 2,
    })
    expect(await db.localUnit.count()).toBe(1)
  })
})

describe('an import that is killed', () => {
  let stop: (() => void) | null = null
  afterEach(() => stop?.())

  it('leaves the register as it was, and the next one runs', async () => {
    await importContent(list(SITES, HEAD))
    const before = await state()
    const lines = [...classicLines({ rows: 3_000 })].join('\r\n')
    const watching = setInterval(async () => {
      await db.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'porta a porta: register %' and query like 'insert into firm%'`
    }, 2)
    stop = () => clearInterval(watching)
    const slow = db.$executeRaw`create or replace function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.0005); return new; end $$`
    await slow
    await db.$executeRaw`create trigger slow before insert on firm for each row execute function slow()`
    await expect(importContent(`${lines}\r\n`)).rejects.toThrow()
    stop()
    await db.$executeRaw`drop trigger slow on firm`
    expect(await state()).toEqual(before)
    expect(await db.registerReject.count()).toBe(0)
    const cut = () => db.registerImport.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
    expect(await cut()).toMatchObject({ status: 'applying', refusal: null })
    await clearRegister()
    expect(await cut()).toMatchObject({ status: 'interrupted', refusal: { key: 'registerInterrupted' } })
    expect(await importContent(`${lines}\r\n`)).toMatchObject({ read: 3_000 })
  })
})

describe('two imports at once', () => {
  it('are refused, clearly, until the first has ended', async () => {
    const [one, two] = [uuidv7(), uuidv7()]
    const first = await takeTurn(one, 'refuse')
    await expect(takeTurn(two, 'refuse')).rejects.toThrow('registerBusy')
    const waiting = takeTurn(two, 'wait')
    await first.end()
    await (await waiting).end()
  })
})

describe('whatever the bytes', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('"', '""', ';', code(1), 'DENOMINAZIONE', '\r', '\n'),
  )
  const table = fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 })
    .map((rows) => Buffer.from([KEYS, ...rows.map((row) => row.join(';'))].join('\r\n'), 'latin1'))

  it('the file ends in a result or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), table), async (bytes) => {
        try {
          const counts = await importContent(bytes)
          expect(counts.created + counts.changed + counts.unchanged + counts.ceased).toBeLessThanOrEqual(counts.read)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the generated classic list', () => {
  it('comes in whole, and once more without a change', async () => {
    const content = `${[...classicLines({ rows: 2_000 })].join('\r\n')}\r\n`
    const first = await importContent(content)
    expect(first).toMatchObject({ read: 2_000, rejected: 0, changed: 0 })
    expect(await db.localUnit.count()).toBe(2_000)
    expect(await importContent(content)).toMatchObject({ created: 0, changed: 0, unchanged: first.created })
    expect(classicRow({}).split(';')).toHaveLength(CLASSIC.split(';').length)
  })
})

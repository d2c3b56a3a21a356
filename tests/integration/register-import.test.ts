import { existsSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
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
import { CLASSIC, classicLines, classicRow } from '@/tests/support/register-file'
import { HEAD, importContent, importFile, KEYS, list, ROW, SITES } from '@/tests/support/register-import'

const DATA = '../shared/data/register'
const SEMICOLON = `${DATA}/startup_innovative_2017_semicolon_utf8bom.csv`
const PIPE = `${DATA}/startup_innovative_2017_pipe_latin1.csv`
const FUEL = `${DATA}/mimit_carburanti_anagrafica_impianti_2022.csv`
/** The real files are not part of the repository. */
const withFiles = existsSync(SEMICOLON) ? describe : describe.skip

const code = inventedPartitaIva

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

  // Other systems do not tell whose process it is.
  it.runIf(process.platform === 'linux')('let whoever waits for a page go first, in the database too', async () => {
    const turn = await takeTurn(uuidv7(), 'refuse')
    const { rows } = await turn.query('select pg_backend_pid() as pid')
    expect(getPriority(rows[0].pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
    await turn.end()
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

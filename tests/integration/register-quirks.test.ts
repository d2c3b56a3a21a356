import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { sectorId } from '@/prisma/catalogues/seed'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { inventedPersonCode } from '@/tests/support/register-file'
import { HEAD, importContent, KEYS, list, ROW, SITES } from '@/tests/support/register-import'

/** The thirteen quirks met in real extracts (data README), each brought into a real register. */
const code = inventedPartitaIva

beforeEach(async () => {
  await db.$transaction([db.campaign.deleteMany(), db.firm.deleteMany(), db.registerImport.deleteMany()])
})

const firms = () => db.firm.findMany({ orderBy: { codiceFiscale: 'asc' } })
const other = (number: number, cells: Record<string, string> = {}) => {
  return { ...HEAD, 'C-FISCALE': code(number), 'N-REA': String(number), ...cells }
}

describe('quirks of real extracts', () => {
  it('quirk 1: accents as apostrophes, upper case, runs of blanks and line breaks in names', async () => {
    await importContent(list(KEYS, { ...ROW, DENOMINAZIONE: `"SOCIETA'   AGRICOLA\r\nDI ROSSI"` }))
    expect(await firms()).toMatchObject([{ name: "SOCIETA' AGRICOLA DI ROSSI", searchName: 'societaagricoladirossi' }])
  })

  it('quirk 1: accents replaced by blanks, very long names, IN LIQUIDAZIONE and other text inside', async () => {
    const long = `${'CONSORZIO PER LO SVILUPPO '.repeat(7)}PONTINO IN`.slice(0, 178)
    await importContent(
      list(
        `${KEYS};NG`,
        { ...ROW, DENOMINAZIONE: `${long} IN LIQUIDAZIONE`, NG: 'SOCIETA  A RESPONSABILITA  LIMITATA' },
        {
          ...ROW,
          'C-FISCALE': code(2),
          DENOMINAZIONE: "CAFFE' DELL?ANGOLO   START-UP A NORMA DELL'ART. 4",
          NG: "SOCIETA' PER AZIONI",
        },
      ),
    )
    const [one, two] = await firms()
    expect(one?.name).toHaveLength(194)
    expect(one).toMatchObject({ status: 'in_liquidation', legalForm: 'SR' })
    expect(two).toMatchObject({ status: 'active', name: "CAFFE' DELL'ANGOLO START-UP A NORMA DELL'ART. 4" })
  })

  it('quirk 2: COMUNE with its province, old province codes, NA for Naples', async () => {
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

  it('quirk 2: the site’s province is not the register’s; Pesaro’s and Forlì’s old letters', async () => {
    await importContent(
      list(
        SITES,
        { ...HEAD, COMUNE: 'NAPOLI - NA' },
        other(2, { PRV: 'PS', COMUNE: "FORLI' - FO" }),
        other(3, { PRV: 'LT', COMUNE: 'S. FELICE CIRCEO' }),
      ),
    )
    expect(await firms()).toMatchObject([
      { reaProvince: 'LT', province: 'NA', municipalityName: 'NAPOLI', municipalityCode: null },
      { reaProvince: 'PU', province: 'FC', municipalityName: "FORLI'" },
      { province: 'LT', municipalityCode: '059025' },
    ])
  })

  it('quirk 3: REA numbers are unique only with their province', async () => {
    const { created } = await importContent(list(SITES, HEAD, { ...HEAD, 'C-FISCALE': code(2), PRV: 'FR' }))
    expect(created).toBe(2)
    expect(await db.localUnit.count({ where: { reaNumber: '187342' } })).toBe(2)
  })

  it('quirk 3: N-REG-IMP is kept as printed, and () is nothing; REA numbers have four to seven digits', async () => {
    const columns = `N-REG-IMP;${SITES}`
    const printed = ['(TS006-7084)', '(MI-1997-101092)', '()']
    const numbers = ['1234', '123456', '1234567']
    const rows = printed.map((text, i) => other(i + 1, { 'N-REG-IMP': text, 'N-REA': numbers[i] ?? '' }))
    await importContent(list(columns, ...rows))
    const found = await firms()
    expect(found.map((firm) => firm.extra)).toEqual([{ 'N-REG-IMP': printed[0] }, { 'N-REG-IMP': printed[1] }, {}])
    expect(found.map((firm) => firm.reaNumber)).toEqual(numbers)
  })

  it('quirk 4: head-office values repeated on every row are taken once', async () => {
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

  it('quirk 4: also where the rows of a firm do not stand together', async () => {
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

  it('quirk 5: ATECO codes of any print, several in a cell, and the version of the column', async () => {
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

  it('quirk 5: codes of both versions in one row: the newer is the firm’s, the older is kept as printed', async () => {
    const both = { 'ATECO 2007': '25.11', 'ATECO 2025': '25.11.00 / 43.21.01' }
    await importContent(list(`${KEYS};ATECO 2007;ATECO 2025`, { ...ROW, ...both }))
    expect(await firms()).toMatchObject([
      {
        ateco: '25.11.00',
        atecoVersion: 'ateco_2025',
        atecoCodes: ['25.11.00', '43.21.01'],
        extra: { 'ATECO 2007': '25.11' },
      },
    ])
  })

  it('quirk 6: dates of every print, and a date of ceasing', async () => {
    const columns = `${KEYS};DT-ISCR-RI;DT-INI-AT;DT-CESSAZ`
    await importContent(
      list(columns, { ...ROW, 'DT-ISCR-RI': '19/02/1996', 'DT-INI-AT': '3/28/17', 'DT-CESSAZ': '42822' }),
    )
    const day = new Date('2017-03-28')
    expect(await firms()).toMatchObject([
      { registeredOn: new Date('1996-02-19'), startedOn: day, ceasedOn: day, status: 'ceased' },
    ])
  })

  it('quirk 7: natural persons, lost zeros, and the code that follows from the partita IVA', async () => {
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

  it('quirk 7: a partita IVA that differs from the codice fiscale, or is none', async () => {
    await importContent(
      list(
        `${KEYS};PARTITA-IVA`,
        { ...ROW, 'PARTITA-IVA': code(9) },
        { ...ROW, 'C-FISCALE': code(2), 'PARTITA-IVA': '00000000000' },
      ),
    )
    expect((await firms()).map((firm) => firm.partitaIva)).toEqual([code(9), null])
  })

  it('quirk 8: several telephone numbers in a cell, kept as printed', async () => {
    await importContent(list(SITES, { ...HEAD, TELEFONO: '0815640899/3895885791' }))
    const phones = await db.firmPhone.findMany({ orderBy: { position: 'asc' } })
    expect(phones.map((phone) => [phone.e164, phone.printed, phone.source])).toEqual([
      ['+390815640899', '0815640899', 'register'],
      ['+393895885791', '3895885791', 'register'],
    ])
  })

  it('quirk 8: area codes set apart by a slash or a dot, missing numbers, truncated ones', async () => {
    const printed = ['040/3220798', '06.12345678', '', '0773/12']
    await importContent(list(SITES, ...printed.map((TELEFONO, i) => other(i + 1, { TELEFONO }))))
    const phones = await db.firmPhone.findMany({ orderBy: { printed: 'asc' } })
    expect(phones.map((phone) => [phone.printed, phone.e164])).toEqual([
      ['040/3220798', '+390403220798'],
      ['06.12345678', '+390612345678'],
      ['0773/12', null],
    ])
  })

  it('quirk 9: PEC in upper case, missing, or shared', async () => {
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

  it('quirk 10: capital in euro, lire and other currencies', async () => {
    const columns = `${KEYS};CAPITALE;VALUTA-CAPITALE`
    const capital = (number: number, CAPITALE: string, currency: string) => {
      return { ...ROW, 'C-FISCALE': code(number), CAPITALE, 'VALUTA-CAPITALE': currency }
    }
    await importContent(
      list(columns, capital(1, '10.000,00', 'EURO'), capital(2, '19.362.700', 'LIRE'), capital(3, '5', 'USD')),
    )
    expect((await firms()).map((firm) => firm.capitalEuro?.toNumber() ?? null)).toEqual([10_000, 10_000, null])
  })

  it('quirk 10: a capital in foreign currency is kept as printed', async () => {
    const cells = { CAPITALE: '25.000,00', 'VALUTA-CAPITALE': 'DOLLARI USA' }
    await importContent(list(`${KEYS};CAPITALE;VALUTA-CAPITALE`, { ...ROW, ...cells }))
    expect(await firms()).toMatchObject([{ capitalEuro: null, extra: { CAPITALE: '25.000,00 DOLLARI USA' } }])
  })

  it('quirk 11: preamble, blank rows, repeated headers, stray quotes, wrong number of columns', async () => {
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

  it('quirk 12: UTF-8 with and without BOM, UTF-16, Windows-1252, any separator', async () => {
    const text = `DENOMINAZIONE\tC-FISCALE\r\nCAFFÈ L’ANGOLO\t${code(1)}\r\n`
    const nothing = { created: 0, changed: 0, unchanged: 1 }
    expect(await importContent(Buffer.from(text))).toMatchObject({ created: 1 })
    expect((await firms())[0]?.name).toBe("CAFFÈ L'ANGOLO")
    expect(await importContent(Buffer.from(`\ufeff${text}`))).toMatchObject(nothing)
    expect(await importContent(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject(nothing)
    expect(await importContent(Buffer.from(text, 'utf16le').swap16())).toMatchObject(nothing)
    const windows = Buffer.from(text.replace('’', '\x92'), 'latin1')
    expect(await importContent(windows)).toMatchObject(nothing)
    for (const separator of [';', ',', '|'])
      expect(await importContent(Buffer.from(text.replaceAll('\t', separator)))).toMatchObject(nothing)
    expect(await importContent(Buffer.from(text.replaceAll('\r\n', '\r')))).toMatchObject(nothing)
  })

  it('quirk 13: next month’s file changes what changed, and says what', async () => {
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

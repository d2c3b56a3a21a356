import { describe, expect, it } from 'vitest'
import { judgeAteco, restoreAteco } from '@/lib/register/judge-ateco'
import { judgeCodiceFiscale, judgePartitaIva, judgeRea, provinceCode } from '@/lib/register/judge-code'
import { judgePhones } from '@/lib/register/judge-phone'
import { placeFinder } from '@/lib/register/judge-place'
import { judgeStatus, judgeUnit } from '@/lib/register/judge-site'
import {
  isYes,
  judgeCapital,
  judgeCount,
  judgeDate,
  judgeEmail,
  judgeName,
  judgePostcode,
  judgeText,
  judgeWebsite,
} from '@/lib/register/judge-value'
import { judgeLegalForm } from '@/lib/register/legal-forms'
import { sectorFinder } from '@/lib/register/sectors'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { inventedPersonCode } from '@/tests/support/register-file'

describe('the codice fiscale', () => {
  it('is 11 digits or 16 characters with the right check character', () => {
    const company = inventedPartitaIva(1234567)
    const person = inventedPersonCode(42)
    expect(judgeCodiceFiscale(company)).toEqual({ code: company })
    expect(judgeCodiceFiscale(` ${person.toLowerCase()} `)).toEqual({ code: person })
    expect(judgeCodiceFiscale('12345678901')).toEqual({ invalid: true })
    expect(judgeCodiceFiscale(`${person.slice(0, 15)}${person.endsWith('A') ? 'B' : 'A'}`)).toEqual({ invalid: true })
  })

  it('gets back the leading zeros a spreadsheet ate', () => {
    const code = inventedPartitaIva(12)
    expect(judgeCodiceFiscale(code.replace(/^0+/, ''))).toEqual({ code })
    expect(judgeCodiceFiscale(`${code.replace(/^0+/, '')}.0`)).toEqual({ code })
    expect(judgePartitaIva(`IT${code}`)).toBe(code)
  })

  it('is missing where the cell is blank or 0, and wrong where it was turned into a power of ten', () => {
    expect(judgeCodiceFiscale(' ')).toEqual({ missing: true })
    expect(judgeCodiceFiscale('0')).toEqual({ missing: true })
    expect(judgeCodiceFiscale('2,64072E+09')).toEqual({ invalid: true })
    expect(judgePartitaIva('0')).toBeNull()
    expect(judgePartitaIva('12345678901')).toBeNull()
  })
})

describe('the REA', () => {
  it('is a province and a number, from two cells or one', () => {
    expect(judgeRea('LT', '187342')).toEqual({ province: 'LT', number: '187342' })
    expect(judgeRea('', 'LT-0187342')).toEqual({ province: 'LT', number: '187342' })
    expect(judgeRea('TS', '(TS006-7084)')).toBeNull()
    expect(judgeRea('LT', '')).toBeNull()
  })

  it('knows old province codes, and that NA is Naples', () => {
    expect([provinceCode('FO'), provinceCode('PS'), provinceCode('na')]).toEqual(['FC', 'PU', 'NA'])
  })
})

describe('ATECO codes', () => {
  it.each([
    ['52.29.1', '52.29.1'],
    ['70.22.09', '70.22.09'],
    ['702209', '70.22.09'],
    ['2511', '25.11'],
    ['412', '41.2'],
    ['1.13.1', '01.13.1'],
    ['11100', '01.11.00'],
    ['62', '62'],
    ['01', '01'],
    ['9', '09'],
  ])('reads %s as %s', (printed, code) => expect(restoreAteco(printed)).toBe(code))

  it('lets the activity decide where the digits cannot', () => {
    expect(judgeAteco('111', null, 'A 01 COLTIVAZIONI AGRICOLE').main).toBe('01.11')
    expect(judgeAteco('111', null, 'C 11 INDUSTRIA DELLE BEVANDE').main).toBe('11.1')
  })

  it('reads several in one cell and finds the primary one', () => {
    const ateco = judgeAteco('S 16.23.10 / P 22.23.02', 'ateco_2007')
    expect(ateco).toEqual({ main: '22.23.02', codes: ['16.23.10', '22.23.02'], version: 'ateco_2007' })
    expect(judgeAteco('222302/162310', null)).toEqual({
      main: '22.23.02',
      codes: ['22.23.02', '16.23.10'],
      version: null,
    })
    expect(judgeAteco('NC', 'ateco_2007')).toEqual({ main: null, codes: [], version: null })
  })

  it('finds the sector by the longest prefix', () => {
    const find = sectorFinder([
      { prefix: '', sectorId: 'other' },
      { prefix: '30', sectorId: 'vehicles' },
      { prefix: '301', sectorId: 'ships' },
    ])
    expect([find('30.12'), find('30.91.1'), find('28.1'), find(null)]).toEqual(['ships', 'vehicles', 'other', 'other'])
  })
})

describe('dates', () => {
  it.each([
    ['19/02/1996', '1996-02-19'],
    ['1-3-2004', '2004-03-01'],
    ['3/28/17', '2017-03-28'],
    ['12/31/96', '1996-12-31'],
    ['28/3/17', '2017-03-28'],
    ['42822', '2017-03-28'],
    ['2017-03-28T00:00:00', '2017-03-28'],
    ['20170328', '2017-03-28'],
    ['28/03/2017 00:00:00', '2017-03-28'],
    ['31/02/2017', null],
    ['00/00/0000', null],
    ['N.D.', null],
    ['', null],
  ])('reads %s as %s', (printed, day) => expect(judgeDate(printed)).toBe(day))
})

describe('amounts and counts', () => {
  it('reads capital in euro, converts lire and leaves other currencies alone', () => {
    expect(judgeCapital('10.000,00', 'EURO')).toBe('10000.00')
    expect(judgeCapital('10.000', '')).toBe('10000.00')
    expect(judgeCapital('10000.50', 'EUR')).toBe('10000.50')
    expect(judgeCapital('19.362.700,00', 'LIRE')).toBe('10000.00')
    expect(judgeCapital('10.000,00', 'DOLLARI USA')).toBeNull()
    expect(judgeCapital('10.000,00 EURO', '')).toBe('10000.00')
    expect(judgeCapital('19.362.700 LIRE', 'EURO')).toBe('10000.00')
    expect(judgeCapital('5.000 USD', '')).toBeNull()
    expect(judgeCapital('n.d.', 'EURO')).toBeNull()
  })

  it('reads workers', () => {
    expect([judgeCount('12'), judgeCount('3,0'), judgeCount(''), judgeCount('-1')]).toEqual([12, 3, null, null])
  })
})

describe('telephone numbers', () => {
  it('takes a slash after an area code for part of the number', () => {
    expect(judgePhones('040/3220798')).toEqual([{ e164: '+390403220798', printed: '040/3220798' }])
    expect(judgePhones('06.12345678')).toEqual([{ e164: '+390612345678', printed: '06.12345678' }])
  })

  it('takes a slash between two numbers for two numbers', () => {
    expect(judgePhones('0815640899/3895885791').map((phone) => phone.e164)).toEqual(['+390815640899', '+393895885791'])
  })

  it('keeps one cut short as printed, without a number to dial', () => {
    expect(judgePhones('0773/12')).toEqual([{ e164: null, printed: '0773/12' }])
    expect(judgePhones('-')).toEqual([])
  })
})

describe('places', () => {
  const row = { istatCode: '059011', cadastralCode: 'E472', name: 'Latina', searchName: 'latina', province: 'LT' }
  const felice = {
    istatCode: '059025',
    cadastralCode: 'H836',
    name: 'San Felice Circeo',
    searchName: 'sanfelicecirceo',
    province: 'LT',
  }
  const find = placeFinder([row, felice])

  it('takes the province off the name', () => {
    expect(find('LATINA - LT', '', '', 'LT')).toEqual({ code: '059011', name: 'LATINA', province: 'LT' })
    expect(find('TRIESTE (TS)', '', '', 'LT')).toEqual({ code: null, name: 'TRIESTE', province: 'TS' })
  })

  it('reads shortened saints, ISTAT and cadastral codes', () => {
    expect(find('S. FELICE CIRCEO', '', '', 'LT').code).toBe('059025')
    expect(find('', '59011', '', '').code).toBe('059011')
    expect(find('', 'e472', '', '').code).toBe('059011')
  })

  it('reads saints shortened in any way, inside a name too, and names a narrow column cut', () => {
    const place = (istatCode: string, name: string, province = 'LT') => {
      return { istatCode, cadastralCode: null, name, searchName: name.toLowerCase().replace(/[^a-z]/g, ''), province }
    }
    const names = ['Monte San Biagio', 'Santi Cosma e Damiano', "Sant'Agata", 'Santa Marina', 'San Felice Circeo']
    const known = placeFinder([...names.map((name, i) => place(`05900${i}`, name)), place('1', 'San Felice', 'CE')])
    const found = (text: string) => known(text, '', '', 'LT').code
    expect(['MONTE S.BIAGIO', 'MONTE S BIAGIO', 'Monte San Biagio - LT'].map(found)).toEqual(Array(3).fill('059000'))
    expect(['SS. COSMA E DAMIANO', 'SS.COSMA E DAMIANO', 'SANTI COSMA E DAMI'].map(found)).toEqual(
      Array(3).fill('059001'),
    )
    expect(['S.AGATA', "SANT' AGATA", 'S.TA MARINA'].map(found)).toEqual(['059002', '059002', '059003'])
    expect(found('SAN FELICE CIR'), 'one alone begins so').toBe('059004')
    expect(found('SANTI'), 'too short to tell').toBeNull()
  })

  it('does not take a namesake elsewhere for ours, nor the register’s province for the place’s', () => {
    expect(find('LATINA', '', 'MI', '')).toEqual({ code: null, name: 'LATINA', province: 'MI' })
    expect(find('ROMA', '', '', 'LT')).toEqual({ code: null, name: 'ROMA', province: null })
    expect(find('MILANO', '', '', 'MI')).toEqual({ code: null, name: 'MILANO', province: 'MI' })
  })
})

describe('names and texts', () => {
  it('collapses blanks and line breaks and keeps accents as apostrophes', () => {
    expect(judgeName("  SOCIETA'   AGRICOLA\nROSSI ")).toBe("SOCIETA' AGRICOLA ROSSI")
    expect(judgeText(' ')).toBeNull()
  })

  it('puts a lost apostrophe back only where an elision must be', () => {
    expect(judgeName('NORMA DELL?ART. 4')).toBe("NORMA DELL'ART. 4")
    expect(judgeName('BAR COS?E?')).toBe('BAR COS?E?')
    expect(judgeName('L’ARTE')).toBe("L'ARTE")
  })

  it('reads legal forms printed as codes or written out', () => {
    expect(judgeLegalForm('sr')).toBe('SR')
    expect(judgeLegalForm("SOCIETA'  A RESPONSABILITA' LIMITATA")).toBe('SR')
    expect(judgeLegalForm('SOCIETA’ EUROPEA')).toBe('SOCIETA’ EUROPEA')
  })

  it('reads addresses on the web and in the mail', () => {
    expect(judgeEmail('INFO@PEC.EXAMPLE; altra@pec.example')).toBe('info@pec.example')
    expect(judgeEmail('non comunicata')).toBeNull()
    expect(judgeWebsite('www.uno.it - www.due.it')).toBe('www.uno.it')
    expect(judgeWebsite('info@uno.it')).toBeNull()
    expect(judgeWebsite('assente')).toBeNull()
    expect(judgePostcode('4100')).toBe('04100')
  })

  it('reads flags of every definition', () => {
    expect(['Maggioritaria', 'Forte', 'Esclusiva', 'SI', 'S'].every(isYes)).toBe(true)
    expect(['NO', '', 'N'].some(isYes)).toBe(false)
  })
})

describe('status and site', () => {
  const status = (cells: Record<string, string>, name = 'ROSSI S.R.L.', ceasedOn: string | null = null) =>
    judgeStatus((column) => cells[column] ?? '', name, ceasedOn)

  it('follows the dates, then the stated status, then the name', () => {
    expect(status({}, 'ROSSI', '2020-01-01')).toBe('ceased')
    expect(status({ insolventOn: '01/02/2020' })).toBe('insolvent')
    expect(status({ liquidationOn: '01/02/2020' })).toBe('in_liquidation')
    expect(status({ status: 'SOSPESA' })).toBe('inactive')
    expect(status({ status: 'INATTIVA' })).toBe('inactive')
    expect(status({}, 'ROSSI S.R.L. IN LIQUIDAZIONE')).toBe('in_liquidation')
    expect(status({})).toBe('active')
  })

  it('names units alike however they are printed', () => {
    expect(['', 'Sede', 'UL-1', 'UL/01', '2'].map(judgeUnit)).toEqual(['SEDE', 'SEDE', 'UL-1', 'UL-1', 'UL-2'])
  })
})

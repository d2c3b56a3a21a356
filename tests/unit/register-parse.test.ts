import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless } from '@/lib/csv'
import { COLUMN_NAMES } from '@/lib/register/column-names'
import { headerName, layoutOf, missingIn } from '@/lib/register/columns'
import { findHeader } from '@/lib/register/header'
import { isSameOrigin } from '@/lib/register/origin'
import { currentStep, rate, secondsLeft, shareDone } from '@/lib/register/pace'
import { RowReader } from '@/lib/register/parse'
import { SEPARATORS } from '@/lib/register/schema'
import { readBeginning } from '@/lib/register/text-file'
import { CLASSIC, CLASSIC_COLUMNS } from '@/tests/support/register-file'

const read = (text: string, width: number | null = 3, separator = ';') => {
  const reader = new RowReader(separator, width)
  return [...reader.push(text), ...reader.end()]
}
const cells = (text: string, width?: number | null) => read(text, width).map((row) => row.cells)

describe('rows', () => {
  it('keep line breaks and separators inside quoted cells, and tell the line they begin on', () => {
    const rows = read('a;"b\nc;d";e\r\nf;g;h\r\n')
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b\nc;d', 'e'],
      ['f', 'g', 'h'],
    ])
    expect(rows.map((row) => row.line)).toEqual([1, 3])
  })

  it('take a stray quotation mark as printed and lose none of the rows after it', () => {
    expect(cells('a;"LA FENICE" DI ROSSI;c\nd;e;f\n')).toEqual([
      ['a', '"LA FENICE" DI ROSSI', 'c'],
      ['d', 'e', 'f'],
    ])
    expect(cells('a;"b;c\nd;e;f\ng;h;i\n')).toEqual([
      ['a', '"b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ])
  })

  it('are cut where the file ends in the middle of one', () => {
    expect(read('a;b;c\nd;e').map((row) => row.cut ?? false)).toEqual([false, true])
    expect(read('a;b;c\nd;"e\nf').at(-1)?.cut).toBe(true)
    expect(read('a;b;c\nd;e;f').some((row) => row.cut)).toBe(false)
  })

  it('are the same however the text comes in', () => {
    const cell = fc.constantFrom('', 'a', 'B C', '"x;y"', '"l\n2"', '"q""q"', "D'A")
    const line = fc.tuple(cell, cell, cell).map((row) => row.join(';'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(120), { maxLength: 6 }), (lines, cuts) => {
        const text = lines.map((one) => `${one}\n`).join('')
        const reader = new RowReader(';', 3)
        const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        const pieces = edges.slice(1).map((edge, i) => text.slice(edges[i], edge))
        const rows = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()]
        expect(rows).toEqual(read(text))
        expect(rows.every((row) => row.cells.length === 3)).toBe(true)
        expect(rows).toHaveLength(lines.length)
      }),
    )
  })

  it('refuse a line without end', () => {
    const reader = new RowReader(';', 3)
    expect(() => {
      for (let i = 0; i < 100; i++) reader.push('x'.repeat(65_536))
    }).toThrow('registerLineTooLong')
  })
})

describe('the header', () => {
  const find = (beginning: string) => findHeader(SEPARATORS.map((separator) => readBeginning(beginning, separator)))

  it('is found under a preamble, with any separator', () => {
    for (const separator of [';', ',', '|', '\t']) {
      const header = ['Codice Fiscale', 'Ragione sociale', 'Comune'].join(separator)
      const found = find(`Estratto del 31 maggio 2026\n\n${header}\n1${separator}2${separator}3\n`)
      expect(found).toMatchObject({
        reading: { separator },
        line: 3,
        layout: { columns: { codiceFiscale: 0, name: 1 } },
      })
    }
  })

  it('may have line breaks, trailing blanks and footnote marks in its cells', () => {
    const { layout } = find('"DENOMI\nNAZIONE ";"codice\nfiscale";"prevalenza\nfemminile (8)"\n')
    expect(layout.columns).toEqual({ name: 0, codiceFiscale: 1, female: 2 })
  })

  it('knows every column of the classic list, short and long', () => {
    const { columns, extras } = layoutOf(CLASSIC_COLUMNS)
    expect(extras.map((extra) => extra.label)).toEqual([
      'N-REG-IMP',
      'DT-ISCR-RD',
      'DT-ISCR-AA',
      'DT-CES-AT',
      'STRAD',
      'FRAZIONE',
      'ALTRE-INDICAZIONI',
      'AA-ADD',
    ])
    expect(Object.keys(columns)).toHaveLength(CLASSIC_COLUMNS.length - extras.length)
    const long = layoutOf(['NUMERO REA', 'CODICE FISCALE', 'DENOMINAZIONE IMPRESA', 'INDIRIZZO PEC'])
    expect(long.columns).toEqual({ reaNumber: 0, codiceFiscale: 1, name: 2, pec: 3 })
  })

  it('knows what others call the same, and each name once only', () => {
    const found = (...header: string[]) => Object.keys(layoutOf(header).columns)
    expect(found('Cod. Fiscale', 'Ragione Sociale', 'P.IVA', 'N. REA')).toEqual([
      'codiceFiscale',
      'name',
      'partitaIva',
      'reaNumber',
    ])
    expect(found('CODICE_FISCALE', 'DITTA', 'DOMICILIO DIGITALE')).toEqual(['codiceFiscale', 'name', 'pec'])
    expect(found('STATO_ATT', 'FL_GIOV', 'CAP_SOC', 'ADD_TOT')).toEqual(['status', 'young', 'capital', 'staff'])
    const names = Object.values(COLUMN_NAMES).flatMap((list) => list.split(',').map(headerName))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('lacks the key or the name where no column says it', () => {
    const missing = (beginning: string) => missingIn(find(beginning).layout)
    expect(missing('idImpianto,Gestore,Comune,Provincia\n1,2,3,4\n')).toEqual(['codiceFiscale', 'name'])
    expect(missing('CODICE FISCALE;COMUNE\n1;2\n')).toEqual(['name'])
    expect(missing(CLASSIC.replaceAll('C-FISCALE', 'X').replaceAll('PARTITA-IVA', 'Y'))).toEqual(['codiceFiscale'])
    expect(missing(CLASSIC.replaceAll('C-FISCALE', 'X'))).toEqual([])
  })
})

describe('the pace', () => {
  const moment = {
    status: 'applying' as const,
    progress: 50,
    total: 100,
    steps: { reading: '2026-06-09T06:59:00Z', writing: '2026-06-09T07:00:40Z' },
  }
  const now = Date.parse('2026-06-09T07:01:10Z')

  it('tells share, speed and time left of the work under way', () => {
    expect(shareDone(moment)).toBeCloseTo(0.475)
    expect(rate(moment, now)).toBeCloseTo(50 / 30)
    expect(secondsLeft(moment, now)).toBeCloseTo((30 / 0.475) * 0.525)
    expect(secondsLeft({ ...moment, progress: 1 }, now)).toBeNull()
    expect(currentStep({ ...moment, steps: {} })).toBeNull()
    expect(shareDone({ status: 'receiving', progress: 0, total: null, steps: {} })).toBe(0)
  })
})

describe('what others may send', () => {
  it('is a formula only to a spreadsheet', () => {
    for (const first of ['=', '+', '-', '@', '\t', '\r']) expect(harmless(`${first}A1`)).toBe(`'${first}A1`)
    expect(harmless('A=1')).toBe('A=1')
  })

  it('comes from our own pages', () => {
    const from = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: 'pap.example', ...headers }))
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(from({ 'sec-fetch-site': 'none' })).toBe(false)
    expect(from({ origin: 'https://pap.example' })).toBe(true)
    expect(from({ origin: 'https://elsewhere.example' })).toBe(false)
    expect(from({ origin: 'null' })).toBe(false)
    expect(from({})).toBe(true)
  })
})

import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { printedDate, printedNumber } from '@/lib/register/cell-value'
import { COLUMN_NAMES } from '@/lib/register/column-names'
import { layoutOf } from '@/lib/register/columns'
import { judgeOf } from '@/lib/register/judge'
import { judgePhones } from '@/lib/register/judge-phone'
import { judgeCapital, judgeDate } from '@/lib/register/judge-value'
import { type Row, RowReader } from '@/lib/register/parse'
import { SEPARATORS } from '@/lib/register/schema'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'

/** Cuts a text into pieces at any places, as a file comes in. */
const pieces = (text: string, cuts: number[]) => {
  const edges = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge))
}

function read(text: string, separator: string, width: number | null, cuts: number[] = []): Row[] {
  const reader = new RowReader(separator, width)
  return [...pieces(text, cuts).flatMap((piece) => reader.push(piece)), ...reader.end()]
}

const character = fc.constantFrom('a', 'B', "'", '"', ' ', ';', ',', '|', '\t', 'È', '€', '1', '\n')
const cell = fc.string({ unit: character, maxLength: 8 })
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

describe('a table that was printed as CSV', () => {
  it('is read as it was, with any separator, line end and way of coming in', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(), { maxLength: 5 }),
        (rows, delimiter, newline, cuts) => {
          const text = `${Papa.unparse(rows, { delimiter, newline, quotes: true })}${newline}`
          const width = rows[0]?.length ?? 0
          // A line inside a cell that looks like a row of its own is taken for one: stray marks are likelier than it.
          fc.pre(text.split('\n').every((one) => one.includes('"') || one.split(delimiter).length !== width))
          const found = read(text, delimiter, width, cuts)
          expect(found.map((row) => row.cells)).toEqual(rows)
          let line = 1
          for (const [index, row] of found.entries()) {
            expect(row.line, 'the line it begins on').toBe(line)
            line += (rows[index] ?? []).join('').split('\n').length
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is read the same with and without needless quotation marks', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'È', "'", ' ', '1'), maxLength: 6 })
    const lines = fc.array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, fc.constantFrom(...SEPARATORS), (rows, separator) => {
        const quoted = rows.map((row) => row.map((one) => `"${one}"`).join(separator)).join('\n')
        const bare = rows.map((row) => row.join(separator)).join('\n')
        const cells = (text: string) => read(text, separator, 3).map((row) => row.cells)
        expect(cells(quoted)).toEqual(cells(bare))
      }),
    )
  })
})

describe('whatever the text', () => {
  const text = fc.string({ unit: fc.oneof(character, fc.constant('\r')), maxLength: 300 })

  it('lines are told in order, none is lost, and pieces make no difference', () => {
    fc.assert(
      fc.property(
        text,
        fc.option(fc.integer({ min: 1, max: 5 })),
        fc.array(fc.nat(), { maxLength: 5 }),
        (all, width, cuts) => {
          const rows = read(all, ';', width)
          const lines = all.split('\n')
          if (lines.at(-1) === '') lines.pop()
          expect(rows.flatMap((row) => row.text.split('\n'))).toEqual(lines.map((line) => line.replace(/\r$/, '')))
          let next = 1
          for (const row of rows) {
            expect(row.line).toBe(next)
            next += row.text.split('\n').length
          }
          expect(read(all, ';', width, cuts)).toEqual(rows)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the judge', () => {
  const columns = Object.values(COLUMN_NAMES).map((names) => names.split(',')[0] ?? '')
  const layout = layoutOf([...columns, 'ALTRO', 'ALTRO'])
  const place = { istatCode: '059011', cadastralCode: 'E472', name: 'Latina', searchName: 'latina', province: 'LT' }
  const judge = judgeOf(layout, { municipalities: [place], prefixes: [{ prefix: '', sectorId: 'other' }] })
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('0', '1', '9', '.', '/', ',', '-', ' ', 'P', 'S', '(', ')', 'LT', '€', '@'),
      maxLength: 24,
    }),
    fc.constantFrom(
      inventedPartitaIva(1),
      'LATINA - LT',
      '31/02/2017',
      '1e999',
      '__proto__',
      'constructor',
      '-0',
      '٣٤',
    ),
  )
  const key = layout.columns.codiceFiscale ?? 0
  const name = layout.columns.name ?? 0

  it('never throws: a firm or a reason, with values PostgreSQL takes', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 0, maxLength: layout.header.length + 2 }),
        fc.boolean(),
        (row, whole) => {
          const cells = whole ? layout.header.map((_, index) => row[index % Math.max(1, row.length)] ?? '') : [...row]
          if (whole) Object.assign(cells, { [key]: inventedPartitaIva(7), [name]: 'ROSSI' })
          const judged = judge(cells)
          if ('reason' in judged) {
            expect(whole).toBe(false)
            return
          }
          const { values, codiceFiscale, sites } = judged
          expect(codiceFiscale).toMatch(/^(\d{11}|[A-Z0-9]{16})$/)
          for (const day of [
            values.registeredOn,
            values.startedOn,
            values.ceasedOn,
            ...sites.flatMap((s) => [s.openedOn, s.closedOn]),
          ])
            if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
          if (values.capitalEuro !== null) expect(values.capitalEuro).toMatch(/^\d{1,16}\.\d\d$/)
          for (const workers of [values.employeesDependent, values.employeesIndependent])
            if (workers !== null) expect(workers).toBeLessThan(2 ** 31)
          for (const code of values.atecoCodes) expect(code).toMatch(/^\d\d(\.\d{1,2}){0,2}$/)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('telephone numbers', () => {
  const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: most })
  const printed = fc
    .tuple(fc.constantFrom('0', '3', '06', '0773', '320'), digits(9), fc.constantFrom('', ' ', '.', '/', '-'))
    .map(([area, rest, mark]) => `${area}${mark}${rest}`)

  it('read the quick way are what the whole numbering plan says, wherever it knows them', () => {
    let known = 0
    fc.assert(
      fc.property(printed, (number) => {
        const plan = parsePhoneNumberFromString(number, 'IT')
        const [phone] = judgePhones(number)
        // Shorter ones are what a narrow column left of a number.
        if (!plan?.isValid() || plan.nationalNumber.length < 8 || phone?.printed !== number) return
        known++
        expect(phone.e164).toBe(plan.number)
      }),
      { numRuns: 3_000 },
    )
    expect(known).toBeGreaterThan(200)
  })
})

describe('what a spreadsheet holds', () => {
  it('is printed so that the judge reads the same day and the same amount', () => {
    const day = fc.integer({ min: Date.UTC(1900, 2, 1) / 86_400_000, max: Date.UTC(2199, 0, 1) / 86_400_000 })
    fc.assert(
      fc.property(day, fc.constantFrom(true, false), (since1970, since1904) => {
        const date = new Date(since1970 * 86_400_000).toISOString().slice(0, 10)
        const serial = since1970 - Date.UTC(1904, 0, 1) / 86_400_000 + (since1904 ? 0 : 1462)
        if (serial < 1) return
        expect(judgeDate(printedDate(serial, since1904))).toBe(date)
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.nat(10 ** 5), fc.integer({ min: 0, max: 10 ** 12 })), (thousandths) => {
        const amount = thousandths / 1000
        // Cents are kept: half a cent is rounded up or down.
        expect(Math.abs(Number(judgeCapital(printedNumber(amount), 'EURO')) - amount)).toBeLessThan(0.005_1)
      }),
    )
  })
})

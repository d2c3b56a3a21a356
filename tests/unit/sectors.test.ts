import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { sectorFinder } from '@/lib/register/sectors'
import { prefixesFrom, prefixesText } from '@/lib/sectors/rules'
import { sectorList } from '@/lib/sectors/schema'
import { SECTORS } from '@/prisma/catalogues/lists'

describe('prefixes as they are typed', () => {
  test.each([
    ['41, 42;43', ['41', '42', '43']],
    ['30.1 33.15', ['301', '3315']],
    ['58-60, 68 – 70', ['58', '59', '60', '68', '69', '70']],
    ['01-03 01', ['01', '02', '03']],
    ['', []],
  ])('%j', (text, prefixes) => expect(prefixesFrom(text)).toEqual(prefixes))

  test.each(['4', '41.200', 'edilizia', '43-41', '30.1-30.4', '1234567', '41.', '4.1'])('%j is refused', (text) => {
    expect(prefixesFrom(text)).toBeNull()
    const row = { id: uuidv7(), nameIt: 'Uno', nameEn: 'One', retired: false, prefixes: text }
    const { error } = sectorList.safeParse({ version: 0, restId: row.id, sectors: [row] })
    expect(error?.issues[0]).toMatchObject({ path: ['sectors', 0, 'prefixes'], message: 'prefixFormat' })
  })

  test('neighbours are said as a range and read again as they were', () => {
    for (const { prefixes } of SECTORS) expect(prefixesFrom(prefixesText(prefixes))).toEqual(prefixes.filter(Boolean))
    expect(prefixesText(['58', '59', '60', '68', '69', '301', ''])).toBe('30.1, 58–60, 68, 69')
  })
})

describe('both versions of ATECO land in the same sector', () => {
  const classification = {
    codes2025: new Set(['41.00.00', '95.31.10', '68.12.00']),
    crosswalk: new Map([
      ['41.10.00', '68.12.00'],
      ['41.2', '41.0'],
      ['45.20.10', '95.31.10'],
      ['45.20', '95.31'],
    ]),
  }
  const prefixes = [
    { prefix: '41', sectorId: 'construction' },
    { prefix: '68', sectorId: 'property' },
    { prefix: '953', sectorId: 'garages' },
    { prefix: '', sectorId: 'other' },
  ]
  const find = sectorFinder(prefixes, classification)
  test.each([
    ['45.20.10', 'ateco_2007', 'garages'],
    ['95.31.10', 'ateco_2025', 'garages'],
    ['45.20.10', 'ateco_2025', 'other'],
    ['41.10.00', 'ateco_2007', 'property'],
    ['41.10.00', null, 'property'],
    ['41.00.00', null, 'construction'],
    ['45.20.95', 'ateco_2007', 'garages'],
    ['41.2', 'ateco_2007', 'construction'],
    ['99.00.00', 'ateco_2007', 'other'],
    [null, null, 'other'],
  ] as const)('%s of %s: %s', (ateco, version, sector) => expect(find(ateco, version)).toBe(sector))

  test('with nothing loaded a code is looked up as it is printed', () => {
    expect(sectorFinder(prefixes)('41.10.00', 'ateco_2007')).toBe('construction')
    expect(sectorFinder(prefixes)('45.20.10', 'ateco_2007')).toBe('other')
  })

  test('a list that catches nothing of the rest is none', () => {
    expect(() => sectorFinder([{ prefix: '41', sectorId: 'construction' }])).toThrow('empty prefix')
  })
})

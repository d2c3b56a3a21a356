import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
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

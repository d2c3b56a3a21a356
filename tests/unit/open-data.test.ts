import { describe, expect, test } from 'vitest'
import { catalogueOf } from '@/lib/open-data/dcat'
import { csvOf, jsonOf } from '@/lib/open-data/files'
import { type Counted, closingDayBefore, editionFrom } from '@/lib/open-data/rules'
import { openDataSettings, TABLES } from '@/lib/open-data/schema'

const label = (code: string) => ({ code, nameIt: `${code} it`, nameEn: `${code} en` })
const rows = ['metals', 'food', 'ships', 'textiles'].map(label)

function bySector(base: number[], credit: number[], id: Counted['id'] = 'needs-by-sector'): Counted {
  const columns = [{ ...label('credit'), counts: credit }]
  return { id, sums: true, rows, base: { ...label('visited'), counts: base }, columns }
}
const first = bySector([40, 30, 7, 20], [20, 15, 3, 9])

describe('an edition', () => {
  test('keeps back small cells and one more, and tells the totals', () => {
    const [table] = editionFrom([first]) ?? []
    expect(table?.base).toMatchObject({ counts: [40, 30, 7, 20], total: 97 })
    expect(table?.columns[0]).toMatchObject({ counts: [20, 15, null, null], total: 47 })
  })
  test('does not move by a firm: what grew by so little is kept back, and the whole stays where it did', () => {
    const told = editionFrom([first]) ?? []
    expect(editionFrom([bySector([41, 30, 7, 20], [20, 15, 3, 9])], [told])).toBeNull()
    const [table] = editionFrom([bySector([50, 32, 7, 20], [30, 17, 3, 9])], [told]) ?? []
    expect(table?.base).toMatchObject({ counts: [null, null, 7, 20], total: 109 })
    expect(table?.columns[0]).toMatchObject({ counts: [null, null, null, null], total: 59 })
  })
  test('remembers what was told two editions ago', () => {
    const one = editionFrom([first]) ?? []
    const two = editionFrom([bySector([50, 32, 7, 20], [30, 17, 3, 9])], [one]) ?? []
    const [three] = editionFrom([bySector([60, 34, 7, 20], [40, 19, 3, 9])], [one, two]) ?? []
    expect(three?.base?.counts[1], '30 was told, and 34 is four more').toBeNull()
    const [four] = editionFrom([bySector([60, 40, 17, 20], [40, 25, 8, 9])], [one, two]) ?? []
    expect(four?.base?.counts.slice(0, 3)).toEqual([60, 40, 17])
  })
  test('withholds a need of which few ask, or hardly more than the last time, with its total', () => {
    const few = editionFrom([bySector([40, 30, 7, 20], [3, 1, 0, 0])]) ?? []
    expect(few[0]?.columns[0]).toMatchObject({ counts: [null, null, null, null], total: null })
    const [more] = editionFrom([bySector([50, 40, 17, 30], [22, 17, 3, 9])], [editionFrom([first]) ?? []]) ?? []
    expect(more?.base?.total).toBe(137)
    expect(more?.columns[0]).toMatchObject({ counts: [null, null, null, null], total: null })
  })
  test('of a handful of firms tells nothing', () => {
    const [table] = editionFrom([bySector([5, 2, 1, 0], [5, 0, 0, 0])]) ?? []
    expect(table?.base).toMatchObject({ counts: [null, null, null, null], total: null })
  })
})

describe('the programme', () => {
  const STEPS = ['tried', 'contacted', 'visited', 'with_needs', 'taken_up', 'met'].map(label)
  const programme = (counts: number[]): Counted => {
    return { id: 'programme', sums: false, rows: STEPS, columns: [{ ...label('firms'), counts }] }
  }
  const byPlace = (contacted: number[], visited: number[]): Counted => ({
    ...bySector(contacted, visited, 'contacts-by-municipality'),
    columns: [{ ...label('visited'), counts: visited }],
  })
  const toldOf = (counts: number[]) => editionFrom([programme(counts)])?.[0]?.columns[0]?.counts

  test('tells its steps where they are far enough apart', () => {
    expect(toldOf([1920, 1500, 312, 289, 202, 109])).toEqual([1920, 1500, 312, 289, 202, 109])
  })
  test('tells no step from which another leaves a few firms', () => {
    expect(toldOf([60, 58, 40, 37, 12, 3]), '58 are two of 60 away, 37 three of 40').toEqual([
      null,
      58,
      40,
      null,
      12,
      null,
    ])
    expect(toldOf([43, 42, 40, 40, 36, 35]), 'the visited stay: other tables tell them').toEqual([
      null,
      null,
      40,
      null,
      null,
      35,
    ])
  })
  test('tells no step whose distance from another moved by a few firms', () => {
    const told = editionFrom([programme([1920, 1500, 312, 289, 202, 109])]) ?? []
    const counts = (now: number[]) => editionFrom([programme(now)], [told])?.[0]?.columns[0]?.counts
    expect(counts([1953, 1530, 330, 300, 220, 120])).toEqual([null, 1530, 330, 300, 220, 120])
    expect(counts([1960, 1530, 330, 300, 220, 120])).toEqual([1960, 1530, 330, 300, 220, 120])
  })
  test('keeps back who was contacted where all but a few of them were visited, in its own table too', () => {
    const edition = editionFrom([
      bySector([20, 12, 6, 5], [14, 12, 6, 5]),
      byPlace([21, 13, 7, 5], [20, 12, 6, 5]),
      programme([60, 46, 43, 30, 20, 10]),
    ])
    expect(edition?.[0]?.base?.total).toBe(43)
    expect(edition?.[1]?.base).toMatchObject({ counts: [null, null, null, null], total: null })
    expect(edition?.[2]?.columns[0]?.counts).toEqual([60, null, 43, 30, 20, 10])
  })
})

test('quarters close in March, June, September and December', () => {
  expect(closingDayBefore('2026-11-24')).toBe('2026-09-30')
  expect(closingDayBefore('2026-01-01')).toBe('2025-12-31')
  expect(closingDayBefore('2026-03-31')).toBe('2025-12-31')
  expect(closingDayBefore('2026-04-01')).toBe('2026-03-31')
})

test('as CSV and as JSON nothing kept back is said', () => {
  const [table] = editionFrom([first]) ?? []
  if (!table) throw new Error('no table')
  expect(csvOf(table)).toBe(
    [
      'code,name_it,name_en,visited,credit',
      'metals,metals it,metals en,40,20',
      'food,food it,food en,30,15',
      'ships,ships it,ships en,7,',
      'textiles,textiles it,textiles en,20,',
      'TOTAL,Totale,Total,97,47',
      '',
    ].join('\r\n'),
  )
  expect(jsonOf(table, '2026-09-30', 'x')).not.toHaveProperty('told')
})

test('a name that a spreadsheet would take for a formula is none in the CSV', () => {
  const [table] = editionFrom([first]) ?? []
  if (!table) throw new Error('no table')
  const rows = table.rows.map((row, place) => (place === 0 ? { ...row, nameIt: '=2+5' } : row))
  expect(csvOf({ ...table, rows })).toContain(`metals,"'=2+5",metals en,40,20`)
})

test('the catalogue has what DCAT-AP_IT demands of each part', () => {
  const settings = openDataSettings.parse({ publisherCode: 'cciaa_lt' })
  const about = {
    site: 'https://pap.example',
    closedOn: '2026-09-30',
    modified: '2026-10-01',
    publisher: 'CCIAA',
    settings,
  }
  const graph = catalogueOf(about)['@graph'] as Record<string, unknown>[]
  const ofType = (type: string) => graph.filter((node) => (node['@type'] as string[]).includes(type))
  const [catalogue] = ofType('dcatapit:Catalog')
  expect(catalogue).toMatchObject({ 'dct:title': expect.anything(), 'dct:publisher': expect.anything() })
  const datasets = catalogue?.['dcat:dataset'] as Record<string, unknown>[]
  expect(datasets).toHaveLength(TABLES.length)
  for (const dataset of datasets) {
    for (const need of [
      'identifier',
      'title',
      'description',
      'modified',
      'rightsHolder',
      'accrualPeriodicity',
      'spatial',
    ]) {
      expect(dataset[`dct:${need}`], need).toBeTruthy()
    }
    expect(dataset['dcat:theme']).toBeTruthy()
    for (const one of dataset['dcat:distribution'] as Record<string, unknown>[]) {
      for (const need of ['dct:format', 'dct:license', 'dcat:accessURL']) expect(one[need], need).toBeTruthy()
    }
  }
  expect(ofType('dcatapit:Agent')[0]).toMatchObject({ 'foaf:name': 'CCIAA', 'dct:identifier': 'cciaa_lt' })
  // Every node that is pointed at inside the site is there.
  const text = JSON.stringify(graph)
  for (const [, id] of text.matchAll(/"@id":"(https:\/\/pap\.example\/opendata#(?:publisher|territory))"/g)) {
    expect(graph.map((node) => node['@id'])).toContain(id)
  }
})

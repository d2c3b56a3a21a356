import { describe, expect, it } from 'vitest'
import { searchWords } from '@/lib/firm-search/rules'
import { formatPhone, nationalNumber, searchName, sizeClassOf } from '@/lib/firms/rules'
import { contactInput, firmFilter } from '@/lib/firms/schema'
import { changesIn, eventLimit, newestOf, showOf } from '@/lib/timeline/rules'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'

describe('a name as the search knows it', () => {
  it.each([
    ["Dell'Acqua S.r.l.", 'dellacquasrl'],
    ['CAFFÈ  Nazionale', 'caffenazionale'],
    ["SOCIETA' AGRICOLA", 'societaagricola'],
    ['Straße & Søn', 'strasseson'],
    ['3M', '3m'],
    ['…', ''],
  ])('%s', (name, searched) => expect(searchName(name)).toBe(searched))
})

describe('the words of a search', () => {
  it.each([
    ["dell'acqua", ['dellacqua']],
    ['dell’acqua mario', ['dellacqua', 'mario']],
    ['D E L L A C Q U A', ['dellacqua']],
    ['S.R.L.', ['srl']],
    ['A & B Costruzioni', ['ab', 'costruzioni']],
    ['Caffè', ['caffe']],
    ['Cafe\u0300', ['cafe']],
    ['  ', []],
  ])('%s', (text, words) => expect(searchWords(text)).toEqual(words))
})

describe('size classes', () => {
  it.each([
    [null, null, 'unknown'],
    [0, null, 'staff_0_1'],
    [1, 1, 'staff_2_9'],
    [9, 0, 'staff_2_9'],
    [9, 1, 'staff_10_49'],
    [49, 1, 'staff_50_plus'],
  ] as const)('%s and %s', (dependent, independent, size) => expect(sizeClassOf(dependent, independent)).toBe(size))
})

describe('telephone numbers', () => {
  it.each([
    ['+390600000118', '06 0000 0118'],
    ['+390773123456', '0773 123 456'],
    ['+393000000142', '300 000 0142'],
    ['+390403220798', '040 322 0798'],
    ['+4930123456', '+4930123456'],
  ])('%s', (e164, shown) => expect(formatPhone(e164)).toBe(shown))

  it('are national without +39', () => expect(nationalNumber('+390773123456')).toBe('0773123456'))
})

describe('the filter in the address', () => {
  it('takes several values separated by commas, and leaves out what cannot be one', () => {
    const filter = firmFilter.parse({
      municipality: '059011,Latina,059001',
      size: 'staff_2_9,huge',
      young: '1',
      status: 'x',
    })
    expect(filter).toMatchObject({
      municipality: ['059011', '059001'],
      size: ['staff_2_9'],
      young: true,
      female: false,
    })
    expect(filter.status).toBeUndefined()
  })

  it('takes a stored filter as it is', () => {
    const stored = firmFilter.parse({ q: 'agro', size: ['unknown'], foreign: true })
    expect(firmFilter.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  it('survives any address', () => {
    expect(firmFilter.parse({ q: ['a', 'b'], after: 'x', sector: '1', campaign: '?' })).toMatchObject({ sector: [] })
  })
})

describe('a person at a firm', () => {
  const id = '01900000-0000-7000-8000-000000000001'

  it('needs a name', () => {
    const issues = contactInput.safeParse({ id, name: ' ', phone: 'abc', email: 'info@' }).error?.issues
    expect(issues?.map(({ path, message }) => [path[0], message])).toEqual([
      ['name', 'required'],
      ['phone', 'phoneFormat'],
      ['email', 'emailFormat'],
    ])
  })

  it('may have nothing else', () =>
    expect(contactInput.parse({ id, name: 'Silvia Cifra', role: '', ageBand: 'none' })).toEqual({
      id,
      name: 'Silvia Cifra',
    }))
})

describe('the timeline', () => {
  const at = (day: number) => ({ at: new Date(Date.UTC(2026, 5, day)) })

  it('merges its sources, newest first, and knows of more', () => {
    expect(newestOf([[at(3), at(1)], [at(2)]], 2)).toEqual({ events: [at(3), at(2)], more: true })
    expect(newestOf([[at(3)], []], 2)).toEqual({ events: [at(3)], more: false })
  })

  it('reads changes out of a log, whatever stands beside them', () => {
    expect(changesIn({ email: [null, 'a@b.example'], reason: 'x', phones: [['1', '2'], []], n: [1, 2] })).toEqual([
      { field: 'email', before: null, after: 'a@b.example' },
      { field: 'phones', before: '1, 2', after: null },
      { field: 'n', before: '1', after: '2' },
    ])
    expect(changesIn(null)).toEqual([])
  })

  it('takes what an address asks for, within limits', () => {
    expect([showOf('calls'), showOf('x'), eventLimit('40'), eventLimit('9999'), eventLimit(undefined)]).toEqual([
      'calls',
      'all',
      40,
      500,
      20,
    ])
  })
})

it('invented tax codes have a right check digit', async () => {
  const { default: stdnum } = await import('stdnum').then((m) => ({ default: m.stdnum }))
  expect(stdnum.IT?.iva?.validate(inventedPartitaIva(1234)).isValid).toBe(true)
})

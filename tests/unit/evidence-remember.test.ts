import { expect, test } from 'vitest'
import { nothing } from '@/lib/evidence/catch-up'
import { remember } from '@/lib/evidence/remember'
import { Selection } from '@/lib/evidence/selection'
import { type InsightFilter, insightFilter } from '@/lib/insight/schema'

const NOTHING = nothing()
const of = (filter: Partial<InsightFilter>) => new Selection(NOTHING, { ...insightFilter.parse({}), ...filter })
const [may, june] = [{ from: '2026-05-01' }, { from: '2026-06-01' }]

test('others are served between two counts', async () => {
  const order: string[] = []
  const count = remember([], ({ filter }) => order.push(filter.from ?? ''))
  let counting = true
  const save = () => {
    order.push('saved')
    if (counting) setImmediate(save)
  }
  setImmediate(save)
  await Promise.all([count(of(may)), count(of(june))])
  counting = false
  const [first, second] = [order.indexOf('2026-05-01'), order.indexOf('2026-06-01')]
  expect(order.slice(first, second)).toContain('saved')
})

test('a filter is counted once for all who ask, and again in another state or for another second side', async () => {
  let counted = 0
  const count = remember(['visits'], (_: Selection, ...others: Selection[]) => [++counted, others[0]?.filter.from])
  expect(await Promise.all([count(of(may)), count(of(may))])).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(await count(of(may), of(june))).toEqual([2, '2026-06-01'])
  const { visits } = NOTHING.facts
  const later = { ...NOTHING, facts: { ...NOTHING.facts, visits: { ...visits, version: visits.version + 1_000 } } }
  expect(await count(new Selection(later, of(may).filter))).toEqual([3, undefined])
  expect(await count(of(may))).toEqual([1, undefined])
})

test('what does not hang on the period is not counted anew for another one', async () => {
  let counted = 0
  const count = remember(
    [],
    () => [++counted],
    ({ young }) => ({ young }),
  )
  expect([await count(of(may)), await count(of(june)), await count(of({ young: true }))]).toEqual([[1], [1], [2]])
})

test('a count that fails is told to who asked, and the next is counted', async () => {
  const count = remember([], ({ filter }) => {
    if (filter.young) throw new Error('cannot be counted')
    return [1]
  })
  await expect(count(of({ young: true }))).rejects.toThrow('cannot be counted')
  expect(await count(of({}))).toEqual([1])
})

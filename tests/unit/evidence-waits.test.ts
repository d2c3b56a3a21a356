import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median } from '@/lib/evidence/needs-said'

const YEARS = 20 * 365 * 86_400_000

test('the wait in the middle is the same as with all waits in order, however long and whatever lies between', () => {
  const wait = fc.oneof(fc.double({ min: -1e6, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: YEARS }))
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 40 }), (waits) => {
      const sorted = [...waits].sort((a, b) => a - b)
      const [lower, upper] = [sorted[(waits.length - 1) >> 1], sorted[waits.length >> 1]] as [number, number]
      expect(median(Float64Array.from(waits))).toBe((lower + upper) / 2)
    }),
  )
})

test('nobody waited: there is no wait in the middle', () => {
  expect(median(new Float64Array(0))).toBeNull()
})

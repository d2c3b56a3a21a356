import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf } from '@/lib/statistics/median'

test('the value in the middle is the same as with all values in order, and between two in the middle', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }), (values) => {
      const counts = new Array<number>(41).fill(0)
      for (const value of values) (counts[value] as number)++
      const sorted = [...values].sort((a, b) => a - b)
      const [lower, upper] = [sorted[(values.length - 1) >> 1], sorted[values.length >> 1]] as [number, number]
      expect(medianOf(counts)).toBe((lower + upper) / 2)
    }),
  )
})

test('of nothing there is no median', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([0, 0])).toBeNull()
})

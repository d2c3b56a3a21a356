import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOT_TAKEN_UP } from '@/lib/evidence/facts'
import { medianWait } from '@/lib/evidence/needs-said'

const [HOUR, YEARS] = [3_600_000, 20 * 365 * 86_400_000]
/** Needs recorded at any time, with how long each waited; null for those that nobody took up. */
const told = (waits: (number | null)[]) => ({
  at: Float64Array.from(waits, (_, i) => 1e6 * i),
  takenUpAt: Float64Array.from(waits, (wait, i) => 1e6 * i + (wait ?? 0)),
  hours: Uint16Array.from(waits, (wait) =>
    wait === null ? NOT_TAKEN_UP : Math.min(Math.max(Math.floor(wait / HOUR), 0), NOT_TAKEN_UP - 1),
  ),
})

test('the wait in the middle is the same as with all waits in order, however long and whatever lies between', () => {
  const wait = fc.oneof(fc.integer({ min: -1e6, max: 1e7 }), fc.integer({ min: 0, max: YEARS }))
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 40 }), (waits) => {
      const sorted = [...waits].sort((a, b) => a - b)
      const [lower, upper] = [sorted[(waits.length - 1) >> 1], sorted[waits.length >> 1]] as [number, number]
      // Between them lie needs that nobody took up, and one that was not asked for.
      const all = told([5, ...waits.flatMap((one) => [one, null])])
      expect(medianWait(Int32Array.from(all.at.keys()).subarray(1), all)).toBe((lower + upper) / 2)
    }),
  )
})

test('nobody waited: there is no wait in the middle', () => {
  expect(medianWait(Int32Array.of(), told([]))).toBeNull()
  expect(medianWait(Int32Array.of(1), told([0, null]))).toBeNull()
})

import { expect, it } from 'vitest'
import { dueOnAfter, isOverdue, stepsFrom } from '@/lib/needs/rules'
import { moveNeedInput, needFilter } from '@/lib/needs/schema'

it('an office has its own days, counted from the Italian day the need was sent', () => {
  expect(dueOnAfter(new Date('2026-06-15T22:30:00Z'), 10).toISOString()).toBe('2026-06-26T00:00:00.000Z')
})

it('a need is overdue when its last day is over in Italy, and never once closed', () => {
  const need = { status: 'referred' as const, dueOn: new Date('2026-06-26T00:00:00Z') }
  expect(isOverdue(need, new Date('2026-06-26T21:59:00Z'))).toBe(false)
  expect(isOverdue(need, new Date('2026-06-26T22:00:00Z'))).toBe(true)
  expect(isOverdue({ ...need, status: 'met' }, new Date('2026-07-26T22:00:00Z'))).toBe(false)
})

it('a need goes back and forth only between in progress and waiting', () => {
  expect(stepsFrom('in_progress')).toContain('waiting')
  expect(stepsFrom('waiting')).toContain('in_progress')
  expect(stepsFrom('referred')).not.toContain('met')
  expect(stepsFrom('withdrawn')).toEqual([])
})

it('a need that is not met says why', () => {
  const move = { id: '01900000-0000-7000-8000-000000000001', version: 0, to: 'not_met' }
  expect(moveNeedInput.safeParse(move).error?.issues[0]?.message).toBe('reasonMissing')
  expect(moveNeedInput.safeParse({ ...move, reason: 'Bando chiuso' }).success).toBe(true)
})

it('an address with nonsense in it is a list without filters', () => {
  expect(needFilter.parse({ office: 'x', status: 'nope,met', priority: 'high' })).toMatchObject({
    office: undefined,
    status: ['met'],
    priority: ['high'],
  })
})

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beginOf, fieldChanges, idsIn } from '@/lib/activity-log/rules'
import { activityFilter } from '@/lib/activity-log/schema'
import en from '@/lib/i18n/en/activity.json'
import it from '@/lib/i18n/it/activity.json'
import { JOB_NAMES, type JobName } from '@/lib/jobs'
import type { Permission } from '@/lib/permissions'

const ID = '01900000-0000-7000-8000-000000000001'

describe('a period of the activity page', () => {
  test.each([
    ['today, in summer', 'today', '2026-06-16T22:30:00Z', '2026-06-16T22:00:00Z'],
    ['today, in winter', 'today', '2026-01-16T22:30:00Z', '2026-01-15T23:00:00Z'],
    ['today, at midnight', 'today', '2026-06-16T22:00:00Z', '2026-06-16T22:00:00Z'],
    [
      'with today among its days, across the change of the clocks',
      'week',
      '2026-03-31T10:00:00Z',
      '2026-03-24T23:00:00Z',
    ],
    ['across the change of October', 'week', '2026-10-27T10:00:00Z', '2026-10-20T22:00:00Z'],
    ['in the year before', 'month', '2026-12-31T23:00:00Z', '2026-12-02T23:00:00Z'],
    ['before 29 February', 'week', '2028-03-01T10:00:00Z', '2028-02-23T23:00:00Z'],
    ['on 29 February', 'quarter', '2028-05-28T10:00:00Z', '2028-02-28T23:00:00Z'],
  ] as const)('begins at an Italian midnight: %s', (_, period, now, from) =>
    expect(beginOf(period, new Date(now))).toEqual(new Date(from)),
  )
})

describe('what changed', () => {
  test('is read as before and after, or as a note', () => {
    expect(fieldChanges({ role: ['promoter', 'office'], outcome: 'callback' })).toEqual([
      { field: 'role', before: 'promoter', after: 'office', both: true },
      { field: 'outcome', before: null, after: 'callback', both: false },
    ])
    expect(fieldChanges(null)).toEqual([])
    expect(fieldChanges([1, 2])).toEqual([])
  })
  test('names the ids in it', () => {
    expect(idsIn({ officeId: [null, ID], note: 'x', list: [[ID], []] })).toEqual([ID, ID])
  })
})

test('an address that cannot be leaves the filter out instead of breaking the page', () => {
  const odd = { person: `${ID},nobody`, verb: "call.logged,'; drop", period: 'century', after: '12.x' }
  expect(activityFilter.parse(odd)).toEqual({
    person: [ID],
    verb: ['call.logged'],
    period: undefined,
    after: undefined,
  })
  expect(activityFilter.parse({})).toEqual({ person: [], verb: [] })
})

describe('every deed', () => {
  const NOUNS = 'user|firm|contact|note|assignment|call|appointment|visit|need|campaign|register'
  const verb = new RegExp(`'((?:${NOUNS})\\.\\w+)'`, 'g')
  const anybodys = /\bverb: '(\w+\.\w+)'/g
  const others: string[] = [...JOB_NAMES, 'register.import'] satisfies (JobName | Permission)[]
  const written = globSync('lib/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [...text.matchAll(verb), ...text.matchAll(anybodys)])
    .map(([, name = '']) => name)
    .filter((name) => !others.includes(name))

  test.each([...new Set(written)].sort())('%s has words in both languages', (name) => {
    const key = name.replace('.', '_')
    expect(it.verbs).toHaveProperty(key)
    expect(en.verbs).toHaveProperty(key)
  })
})

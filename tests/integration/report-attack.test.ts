import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { insightFilter } from '@/lib/insight/schema'
import type { Actor } from '@/lib/permissions'
import { readReport } from '@/lib/report/content'
import type { Report, ReportTable } from '@/lib/report/model'
import { reportWish } from '@/lib/report/schema'
import { actAs } from '@/lib/session'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'
import { copyDemo } from '@/tests/support/demo'
import { Attack } from '../support/attack'
import { person } from '../support/people'

let manager: Actor
let sectors: string[]
let places: string[]
let days: string[]

beforeAll(async () => {
  await copyDemo()
  manager = await person('manager')
  sectors = (await db.sector.findMany({ select: { id: true } })).map(({ id }) => id)
  const visits = await db.visit.findMany({ select: { at: true, municipalityCode: true }, orderBy: { at: 'asc' } })
  places = [...new Set(visits.flatMap(({ municipalityCode }) => municipalityCode ?? []))]
  days = visits.map(({ at }) => at.toISOString().slice(0, 10))
}, 120_000)

/** A printed count, null where it is kept back: `1.500`, `12 (30%)`. */
const count = (cell = '·') => (cell === '·' ? null : Number(cell.replace(/ \(.*/, '').replaceAll('.', '')))
const digits = (text = '') => [...text.matchAll(/\d[\d.]*/g)].map(([found]) => Number(found.replaceAll('.', '')))

/** Everything a report prints about counts of firms, as one system; each name is one number, wherever it stands. */
function attackOn(report: Report) {
  const attack = new Attack()
  const cells = new Map<string, number>()
  const kept = new Set<string>()
  const told = new Set<string>()
  const cell = (name: string, value: number | null) => {
    const found = attack.cell(value)
    const before = cells.get(name)
    if (before === undefined) cells.set(name, found)
    else attack.whole([before], found)
    ;(value === null ? kept : told).add(name)
    return before ?? found
  }
  const tablesOf = (id: string) => report.chapters.find((one) => one.id === id)?.tables ?? []
  const column = (table: ReportTable | undefined, at: number, name: (row: string) => string) =>
    (table?.rows ?? []).map((row) => cell(name(row[0] ?? ''), count(row[at])))
  const visited = cell('visited', digits(report.facts.at(-1)?.[1])[0] ?? 0)

  const needs = column(tablesOf('ranking')[0], 1, (need) => need)
  const names = (tablesOf('ranking')[0]?.rows ?? []).map(([name]) => name ?? '')
  for (const need of needs) attack.atMost(need, visited)

  const [bySector] = tablesOf('sectors')
  const bases = column(bySector, 1, (sector) => `sector ${sector}`)
  attack.whole(bases, visited)
  names.forEach((need, at) => {
    const parts = column(bySector, at + 2, (sector) => `${need} of ${sector}`)
    attack.whole(parts, cell(need, count(bySector?.total?.[at + 2])))
    parts.forEach((part, row) => {
      attack.atMost(part, bases[row] ?? visited)
    })
  })
  const [sizes, flags, alike] = tablesOf('likeness')
  attack.whole(
    column(sizes, 3, (size) => `size ${size}`),
    visited,
  )
  attack.whole(
    column(alike, 3, (sector) => `sector ${sector}`),
    visited,
  )
  for (const flag of column(flags, 3, (name) => `flag ${name}`)) attack.atMost(flag, visited)
  for (const table of tablesOf('groups')) {
    const flag = table.head[1] ?? ''
    const [group = 0, others = 0] = digits(table.caption)
    const [one, two] = [cell(`flag ${flag}`, group), cell(`not ${flag}`, others)]
    attack.whole([one, two], visited)
    for (const [need = '', some, , rest] of table.rows) {
      const parts = [cell(`${need} of ${flag}`, count(some)), cell(`${need} of not ${flag}`, count(rest))]
      attack.whole(parts, cell(need, null))
      attack.atMost(parts[0] ?? 0, one)
      attack.atMost(parts[1] ?? 0, two)
    }
  }
  attack.whole(
    column(tablesOf('territory')[0], 1, (place) => `place ${place}`),
    visited,
  )

  const steps = column(tablesOf('funnel')[0], 1, (step) => `step ${step}`)
  steps.forEach((step, at) => {
    if (at > 0) attack.atMost(step, steps[at - 1] ?? 0)
  })
  if (steps[4] !== undefined) attack.whole([steps[4]], visited)
  if (steps[2] !== undefined) attack.whole([steps[2]], cell('contacted', count(report.figures[0]?.value)))
  for (const need of needs) attack.atMost(need, steps[5] ?? visited)

  const [levels, offline] = tablesOf('digital')
  if (levels) {
    const answered = cell('answered', digits(levels.caption)[0] ?? 0)
    attack.whole(
      column(levels, 1, (level) => `level ${level}`),
      answered,
    )
    if (offline) {
      const answers = column(offline, 1, (sector) => `answers of ${sector}`)
      attack.whole(answers, answered)
      const parts = column(offline, 2, (sector) => `offline of ${sector}`)
      attack.whole(parts, cell(`level ${levels.rows.at(-1)?.[0]}`, null))
      parts.forEach((part, row) => {
        attack.atMost(part, answers[row] ?? answered)
      })
    }
  }
  const trend = report.chapters.find(({ id }) => id === 'trend')
  // The mean of each column, to a tenth under ten; "less than one" says only that.
  const means = trend?.sentences[0]?.match(/^In media (meno|[\d.,]+) .+? e (meno|nessuna|[\d.,]+) /) ?? []
  means.slice(1).forEach((mean, at) => {
    const weeks = column(trend?.tables[0], at + 1, (week) => `week ${week} ${at}`)
    const value = Number(mean.replaceAll('.', '').replace(',', '.'))
    const half = mean.includes(',') ? 0.05 : 0.5
    const [least, most] = mean === 'meno' ? [0, 1] : mean === 'nessuna' ? [0, 0] : [value - half, value + half]
    const [few, many] = [least * weeks.length - 1e-9, most * weeks.length + 1e-9]
    attack.whole(weeks, attack.cell(null, Math.floor(many), Math.ceil(few)))
  })
  const reaches = attack.reaches()
  return [...kept]
    .filter((name) => !told.has(name))
    .map((name) => ({ name, reach: reaches[cells.get(name) ?? -1] ?? [0, 0] }))
}

const some = (list: string[], maxLength: number) => fc.subarray(list, { maxLength: Math.min(maxLength, list.length) })

test('no report of whatever part of the programme tells a number that it keeps back', async () => {
  const narrowed = fc.record({
    sector: fc.oneof(fc.constant([]), some(sectors, 5)),
    municipality: fc.oneof(fc.constant([]), some(places, 12)),
    size: fc.oneof(fc.constant([]), some(['staff_0_1', 'staff_2_9', 'staff_10_49'], 2)),
    period: fc.option(fc.tuple(fc.nat(days.length - 1), fc.integer({ min: 15, max: 120 }))),
    flag: fc.constantFrom('none', 'none', 'none', 'young', 'female'),
  })
  const filters = fc.sample(narrowed, { seed: 20_261_124, numRuns: 150 })
  let [printed, hidden] = [0, 0]
  for (const { period, flag, ...lists } of filters) {
    const [first, length] = period ?? [0, days.length]
    const dates = period ? { from: days[first], to: days[Math.min(days.length - 1, first + length)] } : {}
    const raw = insightFilter.parse({ ...lists, ...dates, [flag]: '1' })
    const report = await actAs(manager, () => readReport(reportWish.parse({}), raw))
    if (report.chapters.length === 0) continue
    printed++
    for (const { name, reach } of attackOn(report)) {
      hidden++
      const about = `${name} lies from ${reach[0]} to ${reach[1]}; ${JSON.stringify(raw)}`
      expect(reach[1] - reach[0], about).toBeGreaterThanOrEqual(FEWEST_SHOWN)
    }
    // What a sentence names, a table tells.
    const ranked = report.chapters.find(({ id }) => id === 'ranking')
    for (const [name = '', firms] of ranked?.tables[0]?.rows ?? []) {
      if (firms === '·') expect(ranked?.sentences.join(' '), name).not.toContain(`«${name}»`)
    }
  }
  expect(printed).toBeGreaterThan(40)
  expect(hidden).toBeGreaterThan(1000)
}, 180_000)

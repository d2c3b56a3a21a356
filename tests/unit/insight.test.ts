import { describe, expect, test } from 'vitest'
import { leastConnected, levelsBySector } from '@/lib/digital/rules'
import { compareGroups } from '@/lib/groups/rules'
import { isCoverage, shownShare, soleCampaign, targetsOf } from '@/lib/insight/rules'
import { behindInput, insightFilter, narrowsFirms, queryOf } from '@/lib/insight/schema'
import { baseOf, type Cell, rank, readRanking, readSectors, sectorRows, shadeOf } from '@/lib/ranking/rules'
import { NEED_TYPES } from '@/prisma/catalogues/lists'

const types = NEED_TYPES.map((type) => ({
  id: type.code,
  code: type.code,
  retired: false,
  nameIt: type.it,
  nameEn: type.en,
  shortIt: type.shortIt,
  shortEn: type.shortEn,
}))

/** Visited firms of one sector, and how many of them ask for what; also as the one side of the flag `young`. */
function sector(sectorId: string, visited: number, needs: Record<string, number> = {}, young = false): Cell[] {
  const none = { sectorId: null, young: null, female: null, foreign: null }
  const both = [
    { ...none, sectorId },
    { ...none, young },
  ]
  const counts: [string | null, number][] = [[null, visited], ...Object.entries(needs)]
  return both.flatMap((side) => counts.map(([needTypeId, firms]) => ({ ...side, needTypeId, firms })))
}

const DEMO = { credit: 187, chamber_services: 162, training: 121, quality: 78, new_business: 49, export: 44, other: 31 }

describe('ranking', () => {
  test('by firms, the catch-all last, retired types only where asked for', () => {
    const cells = sector('food', 20, { other: 19, credit: 3, training: 7 })
    const more = [...types, { ...types[0], id: 'old', code: 'old', retired: true } as (typeof types)[number]]
    const codes = rank(cells, more).map(({ type }) => type.code)
    expect(codes.slice(0, 2)).toEqual(['training', 'credit'])
    expect(codes.at(-1)).toBe('other')
    expect(codes).not.toContain('old')
    expect(rank([...cells, ...sector('food', 0, { old: 1 })], more).map(({ type }) => type.code)).toContain('old')
  })

  test('does not call the first first where the intervals overlap', () => {
    const ranked = rank(sector('food', 312, DEMO), types)
    expect(readRanking(ranked)).toMatchObject({ kind: 'among', among: [{ firms: 187 }, { firms: 162 }] })
  })
})

describe('by sector', () => {
  const cells = [
    ...sector('food', 30, { credit: 28, training: 4 }),
    ...sector('metals', 12, { credit: 5, training: 6 }),
  ]

  test('most visited first, the rest last', () => {
    const rows = sectorRows([...sector('rest', 99), ...cells, ...sector('food', 1, {}, true)], 'rest')
    expect(rows.map(({ sectorId, visited }) => [sectorId, visited])).toEqual([
      ['food', 31],
      ['metals', 12],
      ['rest', 99],
    ])
  })

  test('counts where the first need leads, and where clearly', () => {
    expect(readSectors(sectorRows(cells), 'credit')).toEqual({ judged: 2, leading: 1, clear: 1 })
    const tied = sector('food', 20, { credit: 8, training: 8 })
    expect(readSectors(sectorRows(tied), 'credit')).toEqual({ judged: 1, leading: 0, clear: 0 })
    const few = sector('food', 9, { credit: 8 })
    expect(readSectors(sectorRows(few), 'credit').judged).toBe(0)
  })

  test('shades have fixed breaks on what is printed', () => {
    const shades = [0, 1, 9, 10, 19, 20, 34, 35, 49, 50, 59, 60, 100].map((percent) => shadeOf(percent / 100))
    expect(shades).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    expect(shadeOf(0.001)).toBe(1)
    expect(shadeOf(0.597)).toBe(6)
  })
})

const youngOnTraining = (cells: Cell[], all: typeof types) =>
  compareGroups(cells, all)
    .find(({ flag }) => flag === 'young')
    ?.needs.find(({ type }) => type.code === 'training')

describe('young firms and training', () => {
  test('apart where the interval leaves zero out', () => {
    const cells = [...sector('food', 74, { training: 47 }, true), ...sector('food', 238, { training: 74 })]
    expect(baseOf(cells)).toBe(312)
    const found = youngOnTraining(cells, types)
    expect(found?.reading.kind).toBe('apart')
    expect(found?.reading).toHaveProperty('difference', expect.closeTo(0.3242, 4))
  })

  test('together where it holds zero, too few under ten, nothing without the type', () => {
    const near = [...sector('food', 20, { training: 8 }, true), ...sector('food', 20, { training: 6 })]
    expect(youngOnTraining(near, types)?.reading.kind).toBe('together')
    const few = [...sector('food', 9, { training: 9 }, true), ...sector('food', 20, { training: 6 })]
    expect(youngOnTraining(few, types)?.reading.kind).toBe('few')
    expect(youngOnTraining(near, [])).toBeUndefined()
  })
})

describe('digital level', () => {
  const counts = [
    { sectorId: 'food', level: 'email', firms: 960 },
    { sectorId: 'food', level: 'website', firms: 45 },
    { sectorId: 'metals', level: 'none', firms: 495 },
  ] as const

  test('sectors least connected have enough answers', () => {
    const rows = levelsBySector([...counts, { sectorId: 'tiny', level: 'none', firms: 9 }])
    expect(leastConnected(rows).map(({ sectorId }) => sectorId)).toEqual(['metals'])
  })
})

test('shares only of ten or more', () => {
  expect(shownShare(3, 9)).toBeNull()
  expect(shownShare(3, 10)).toBe(0.3)
})

describe('the filter in the address', () => {
  const id = '01900000-0000-7000-8000-000200000001'

  test('survives the way there and back', () => {
    const address = `?campaign=${id}&from=2026-01-01&to=2026-06-30&sector=${id}&size=staff_2_9,staff_0_1&young=1`
    const asked = insightFilter.parse(Object.fromEntries(new URLSearchParams(address)))
    expect(queryOf(asked)).toBe(address)
    expect(queryOf(insightFilter.parse({}))).toBe('')
    expect(queryOf(asked, { step: 'met', young: false })).not.toContain('young')
  })

  test('what cannot be is left out', () => {
    const asked = insightFilter.parse({
      sector: "x,';drop",
      from: '2026-02-30',
      to: 'no',
      size: 'huge',
      municipality: '1',
    })
    expect(queryOf(asked)).toBe('')
    expect(behindInput.parse({ step: 'nowhere', need: 'x', level: 'y', after: '1' })).toMatchObject({ sector: [] })
  })

  test('targets stand only beside a whole campaign', () => {
    const one = { id, kind: 'list', targetCalls: 1500, targetVisits: 300 } as const
    const two = { ...one, id: id.replace('1', '2'), kind: 'drawn' } as const
    const whole = insightFilter.parse({})
    expect(soleCampaign([one], whole)).toBe(one)
    expect(soleCampaign([one, two], whole)).toBeUndefined()
    expect(targetsOf([one, two], insightFilter.parse({ campaign: id }))).toBe(one)
    expect(targetsOf([one], insightFilter.parse({ young: '1' }))).toBeUndefined()
    expect(targetsOf([one], insightFilter.parse({ from: '2026-01-01' }))).toBeUndefined()
    expect(narrowsFirms(insightFilter.parse({ campaign: id }))).toBe(false)
    expect(isCoverage([one, two], whole)).toBe(true)
    expect(isCoverage([one, two], insightFilter.parse({ campaign: two.id }))).toBe(false)
  })
})

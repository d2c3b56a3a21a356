import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET as file } from '@/app/opendata/[file]/route'
import { GET as catalogue } from '@/app/opendata/route'
import { db } from '@/lib/db'
import { insightFilter } from '@/lib/insight/schema'
import { countTables } from '@/lib/open-data/count'
import { changeOpenData, releaseOpenData } from '@/lib/open-data/mutations'
import { openDataPreview } from '@/lib/open-data/queries'
import { type Actor, Forbidden } from '@/lib/permissions'
import { readCells } from '@/lib/ranking/queries'
import { baseOf } from '@/lib/ranking/rules'
import { actAs } from '@/lib/session'
import { dayOf } from '@/lib/today/rules'
import { copyDemo } from '@/tests/support/demo'
import { person } from '@/tests/support/people'

let admin: Actor
const change = { on: true, licence: 'cc-by-4.0' as const, publisherCode: 'cciaa_lt' }
/** After the demo's six months are over and a quarter closed. */
const NEXT_YEAR = new Date(Date.now() + 200 * 86_400_000)

beforeAll(async () => {
  await copyDemo()
}, 120_000)
beforeEach(async () => {
  await db.openDataEdition.deleteMany()
  await db.setting.deleteMany({ where: { key: 'openData' } })
  admin = await person('admin')
})

const read = (name: string) => file(new Request('https://x'), { params: Promise.resolve({ file: name }) })
const readCatalogue = () => catalogue(new Request('https://pap.example/opendata'))
const FILES = ['needs-by-sector.csv', 'digital-by-sector.json']

describe('the public addresses', () => {
  test('answer nothing until an admin switches them on, and nothing once it is off again', async () => {
    const statuses = async () => [...(await Promise.all(FILES.map(read))), await readCatalogue()].map((r) => r.status)
    expect(await statuses()).toEqual([404, 404, 404])
    await changeOpenData(admin, change, NEXT_YEAR)
    expect(await statuses()).toEqual([200, 200, 200])
    await changeOpenData(admin, { ...change, on: false }, NEXT_YEAR)
    expect(await statuses()).toEqual([404, 404, 404])
  })
  test('tell the demo programme without a cell under five', async () => {
    await changeOpenData(admin, change, NEXT_YEAR)
    const text = await (await read('needs-by-sector.csv')).text()
    expect(text).toMatch(/^code,name_it,name_en,visited,credit,/)
    expect(text).toMatch(/\r\nconstruction,[^\r]*,56,/)
    expect(text).toMatch(/\r\nTOTAL,Totale,Total,312,/)
    for (const name of [
      'needs-by-sector',
      'needs-by-size',
      'digital-by-sector',
      'contacts-by-municipality',
      'programme',
    ]) {
      const { rows, base, columns } = await (await read(`${name}.json`)).json()
      const lines = [...(base ? [base] : []), ...columns]
      expect(rows.length).toBeGreaterThan(3)
      for (const count of lines.flatMap(({ counts, total }: { counts: (number | null)[]; total: number | null }) => [
        ...counts,
        total,
      ]))
        if (count !== null) expect(count).toBeGreaterThanOrEqual(5)
    }
    const programme = await (await read('programme.json')).json()
    expect(programme.columns[0].counts.slice(1, 3)).toEqual([1500, 312])
  })
  test('know no other files', async () => {
    await changeOpenData(admin, change, NEXT_YEAR)
    for (const name of ['firms.csv', 'needs-by-sector.xml', '../x', 'needs-by-sector']) {
      expect((await read(name)).status).toBe(404)
    }
  })
})

test('an edition stays as it was told, whatever is recorded later', async () => {
  await changeOpenData(admin, change, NEXT_YEAR)
  const before = await (await read('needs-by-sector.csv')).text()
  await db.visit.updateMany({ data: { sizeClass: 'unknown' } })
  await releaseOpenData(NEXT_YEAR)
  expect(await (await read('needs-by-sector.csv')).text()).toBe(before)
  expect(await db.openDataEdition.count()).toBe(1)
  const deeds = await db.activity.findMany({ where: { verb: { startsWith: 'openData' } }, orderBy: { at: 'asc' } })
  expect(deeds.slice(-2).map(({ verb }) => verb)).toEqual(['openData.changed', 'openData.released'])
})

test('counts are those of the insight page up to the same day', async () => {
  const day = dayOf(new Date(Date.now() - 60 * 86_400_000))
  const [bySector] = await countTables(db, day)
  const cells = await actAs(admin, () => readCells(insightFilter.parse({ to: day })))
  const sum = (counts: number[] = []) => counts.reduce((total, count) => total + count, 0)
  expect(sum(bySector?.base?.counts)).toBe(baseOf(cells))
  expect(baseOf(cells)).toBeGreaterThan(50)
  const asked = cells.filter(({ sectorId, needTypeId }) => sectorId && needTypeId).map(({ firms }) => firms)
  expect(sum(bySector?.columns.map(({ counts }) => sum(counts)))).toBe(sum(asked))
})

test('the job tells nothing where it is switched off', async () => {
  await releaseOpenData(NEXT_YEAR)
  expect(await db.openDataEdition.count()).toBe(0)
})

test('the admin sees beforehand what would be told, and it is not public yet', async () => {
  const { edition, isDraft } = await actAs(admin, () => openDataPreview(NEXT_YEAR))
  expect(isDraft).toBe(true)
  expect(edition?.tables[0]?.base?.total).toBe(312)
  expect(await db.openDataEdition.count()).toBe(0)
})

test.each(['promoter', 'manager', 'office'] as const)('is forbidden to the role %s', async (role) => {
  const actor = await person(role)
  await expect(changeOpenData(actor, change)).rejects.toThrow(Forbidden)
  await expect(actAs(actor, () => openDataPreview())).rejects.toThrow()
  expect((await readCatalogue()).status).toBe(404)
})

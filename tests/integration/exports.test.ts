import Papa from 'papaparse'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { exportFirms, exportNeeds } from '@/lib/exports/mutations'
import { type CellWords, FIRM_COLUMNS, NEED_COLUMNS } from '@/lib/exports/rules'
import { firmFilter } from '@/lib/firms/schema'
import { needFilter } from '@/lib/needs/schema'
import { type Actor, Forbidden } from '@/lib/permissions'
import { needTypeId, sectorId } from '@/prisma/catalogues/seed'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const same = (word: string) => word
const cells: CellWords = {
  nameOf: ({ nameIt }) => nameIt,
  status: same,
  size: same,
  level: same,
  priority: same,
  needStatus: same,
  said: same,
  contact: (contactable) => (contactable ? 'contactable' : 'do not contact'),
  yes: 'yes',
  no: 'no',
}
const firmWords = { heads: [...FIRM_COLUMNS], cells }
const needWords = { heads: [...NEED_COLUMNS], cells }

let manager: Actor
beforeEach(async () => {
  await db.need.deleteMany()
  await db.firm.deleteMany()
  manager = await person('manager')
})

async function rowsOf(lines: AsyncGenerator<Uint8Array>) {
  let text = ''
  for await (const chunk of lines) text += new TextDecoder().decode(chunk)
  const { data, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true, delimiter: ';' })
  expect(errors).toEqual([])
  return data
}
const firmRows = async (raw = {}) => rowsOf(await exportFirms(manager, firmFilter.parse(raw), firmWords))
const needRows = async (raw = {}) => rowsOf(await exportNeeds(manager, needFilter.parse(raw), needWords))

/** Many firms at once, beyond a page of the file. */
const manyFirms = (count: number) => db.$executeRaw`
  insert into firm (id, codice_fiscale, name, search_name, sector_id, updated_at)
  select gen_random_uuid(), lpad(n::text, 11, '0'), 'Firm ' || n, 'firm' || n, ${sectorId('food')}::uuid, now()
  from generate_series(1, ${count}) n`

describe('the file of all firms', () => {
  test('holds every firm once, however many pages it takes', async () => {
    await manyFirms(5_001)
    const rows = await firmRows()
    expect(rows).toHaveLength(5_001)
    expect(new Set(rows.map(({ taxCode }) => taxCode)).size).toBe(5_001)
  })
  test('is read page by page: what is not taken yet is not read yet', async () => {
    await manyFirms(5_001)
    const lines = await exportFirms(manager, firmFilter.parse({}), firmWords)
    await lines.next()
    const { value } = await lines.next()
    expect(
      new TextDecoder()
        .decode(value as Uint8Array)
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(400)
    await db.firm.deleteMany()
    expect(await lines.next()).toMatchObject({ done: true })
  })
  test('has the filters of the list', async () => {
    await manyFirms(3)
    await firm({ name: 'Officine Lepine' })
    expect((await firmRows({ q: 'lepine' })).map(({ name }) => name)).toEqual(['Officine Lepine'])
    expect(await firmRows({ sector: sectorId('food') })).toHaveLength(3)
    expect(await firmRows({ young: '1' })).toEqual([])
  })
  test('leaves out how to reach those that must not be contacted, and says so', async () => {
    await firm({
      name: 'A',
      email: 'a@firm.example',
      pec: 'a@pec.example',
      numbers: ['+390773900001', '+390773900002'],
    })
    const quiet = { name: 'B', email: 'b@firm.example', pec: 'b@pec.example', doNotContactSince: new Date() }
    await firm(quiet)
    const [a, b] = (await firmRows()).sort((one, other) => (one.name ?? '').localeCompare(other.name ?? ''))
    expect(a).toMatchObject({
      email: 'a@firm.example',
      phones: "'+390773900001 / +390773900002",
      contact: 'contactable',
    })
    expect(b).toMatchObject({ email: '', pec: '', phones: '', contact: 'do not contact' })
  })
  test('cannot run as a formula in a spreadsheet', async () => {
    await firm({ name: '=HYPERLINK("http://evil.example")' })
    expect((await firmRows())[0]?.name).toBe('\'=HYPERLINK("http://evil.example")')
  })
})

describe('the file of all needs', () => {
  test('holds closed needs too, unless a status is asked for', async () => {
    const { id: firmId } = await firm({ name: "Panificio D'Amico" })
    const need = { firmId, needTypeId: needTypeId('credit'), recordedById: manager.id, words: 'Un mutuo' }
    const at = new Date('2026-03-02T23:30:00Z')
    await db.need.create({ data: { ...need, id: uuidv7(), recordedAt: at, status: 'met', visitId: null } })
    await db.need.create({ data: { ...need, id: uuidv7(), recordedAt: at } })
    const rows = await needRows()
    expect(rows.map(({ status }) => status)).toEqual(['met', 'recorded'])
    // Half past midnight in Italy.
    expect(rows[0]).toMatchObject({ name: "Panificio D'Amico", words: 'Un mutuo', recordedOn: '2026-03-03' })
    expect(await needRows({ status: 'open' })).toHaveLength(1)
    expect(await needRows({ q: 'mutuo' })).toHaveLength(2)
    expect(await needRows({ q: 'fiera' })).toHaveLength(0)
  })
  test('holds every need once, however many pages it takes', async () => {
    const { id } = await firm()
    await db.$executeRaw`
      insert into need (id, firm_id, need_type_id, recorded_by_id, recorded_at, updated_at)
      select gen_random_uuid(), ${id}::uuid, ${needTypeId('credit')}::uuid, ${manager.id}::uuid, now(), now()
      from generate_series(1, 4001)`
    expect(await needRows()).toHaveLength(4_001)
  })
})

describe('who takes a file away', () => {
  test('is written down before the first row, without what was typed into the search box', async () => {
    await exportFirms(manager, firmFilter.parse({ q: 'Rossi', young: '1' }), firmWords)
    await exportNeeds(manager, needFilter.parse({ q: 'Rossi' }), needWords)
    const deeds = await db.activity.findMany({ where: { userId: manager.id }, orderBy: { at: 'asc' } })
    expect(deeds).toMatchObject([
      { verb: 'firms.exported', changes: { filters: ['young', 'q'] } },
      { verb: 'needs.exported', changes: { filters: ['q'] } },
    ])
    expect(JSON.stringify(deeds)).not.toContain('Rossi')
  })
  test.each(['promoter', 'office'] as const)('is forbidden to the role %s', async (role) => {
    const actor = await person(role)
    await expect(exportFirms(actor, firmFilter.parse({}), firmWords)).rejects.toThrow(Forbidden)
    await expect(exportNeeds(actor, needFilter.parse({}), needWords)).rejects.toThrow(Forbidden)
    expect(await db.activity.count({ where: { userId: actor.id } })).toBe(0)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { filterChoices, searchFirms } from '@/lib/firm-search/queries'
import { PAGE_SIZE } from '@/lib/firm-search/rules'
import { firmFilter } from '@/lib/firms/schema'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let promoter: Actor
const find = (filter: Record<string, unknown>) => actAs(promoter, () => searchFirms(firmFilter.parse(filter)))
const names = async (filter: Record<string, unknown>) => (await find(filter)).rows.map((row) => row.name)

beforeAll(async () => {
  promoter = await person('promoter')
  await firm({
    name: "DELL'ACQUA COSTRUZIONI S.R.L.",
    codiceFiscale: '01234569991',
    partitaIva: '01234569991',
    reaNumber: '187342',
    numbers: ['+390773123456'],
    young: true,
    sectorId: sectorId('construction'),
  })
  await firm({
    name: 'Caffè Nazionale di Rossi Mario',
    codiceFiscale: 'RSSMRA80A01H501U',
    partitaIva: '07654321999',
    numbers: [],
  })
  await firm({
    name: 'Autotrasporti Ferri',
    municipalityCode: '059001',
    female: true,
    employeesDependent: 12,
    status: 'ceased',
  })
  await firm({ name: 'Officina 2000', foreign: true, doNotContactSince: new Date() })
})

describe('the search box finds a firm by', () => {
  it.each([
    ["dell'acqua"],
    ['DELL’ACQUA'],
    ['dellacqua'],
    ['dell acqua'],
    ['D E L L A C Q U A'],
    ['costruzioni dell’acqua'],
    ['acqua'],
    ['01234569991'],
    ['0123456999'],
    ['LT-187342'],
    ['lt 187342'],
    ['187342'],
    ['0773 123456'],
    ['+39 0773 123 456'],
    ['0773/123456'],
    ['0773.1234'],
    ['0039 0773123456'],
  ])('%s', async (q) => expect(await names({ q })).toEqual(["DELL'ACQUA COSTRUZIONI S.R.L."]))

  it.each([
    ['Caffè'],
    ['caffe'],
    ['CAFFE’'],
    ['RSSMRA80A01H501U'],
    ['rssmra80a01h501u'],
    ['RSSMRA80'],
    ['07654321999'],
    ['mario rossi'],
    ['ca'],
  ])('%s', async (q) => expect(await names({ q })).toEqual(['Caffè Nazionale di Rossi Mario']))

  it('a number inside the name', async () => expect(await names({ q: '2000' })).toEqual(['Officina 2000']))

  it.each([['inesistente'], ['%'], ['_'], ["'"], ['RM-187342'], ["'; drop table firm; --"]])(
    'nothing for %s',
    async (q) => {
      expect(await find({ q })).toMatchObject({ total: 0, rows: [], next: undefined })
    },
  )
})

describe('names kept for the search', () => {
  const astray = () =>
    db.$queryRaw`select from firm f full join firm_name n using (id) where f.search_name is distinct from n.search_name`

  it('follow a firm that changes its name', async () => {
    const { id } = await firm({ name: 'Vecchia Insegna' })
    await db.firm.update({ where: { id }, data: { name: 'Nuova Targa', searchName: 'nuovatarga' } })
    expect(await names({ q: 'vecchia' })).toEqual([])
    expect(await names({ q: 'targa' })).toEqual(['Nuova Targa'])
    expect(await names({ q: 'targa', sector: sectorId('metals') })).toEqual(['Nuova Targa'])
    expect(await astray()).toEqual([])
  })

  it('go with it', async () => {
    const { id } = await firm({ name: 'Da togliere' })
    expect(await db.firmName.count({ where: { id } })).toBe(1)
    await db.firm.delete({ where: { id } })
    expect(await names({ q: 'togliere' })).toEqual([])
    expect(await astray()).toEqual([])
    const undo = new Error('taken back')
    const emptied = db.$transaction(async (tx) => {
      await tx.$executeRaw`truncate firm cascade`
      expect(await tx.firmName.count()).toBe(0)
      throw undo
    })
    await expect(emptied).rejects.toThrow(undo)
  })
})

describe('filters', () => {
  it.each([
    [{ sector: sectorId('construction') }, ["DELL'ACQUA COSTRUZIONI S.R.L."]],
    [{ municipality: '059001' }, ['Autotrasporti Ferri']],
    [{ size: 'staff_10_49,staff_50_plus' }, ['Autotrasporti Ferri']],
    [{ young: '1' }, ["DELL'ACQUA COSTRUZIONI S.R.L."]],
    [{ female: '1' }, ['Autotrasporti Ferri']],
    [{ foreign: '1' }, ['Officina 2000']],
    [{ status: 'ceased' }, ['Autotrasporti Ferri']],
    [{ doNotContact: '1' }, ['Officina 2000']],
    [{ q: 'officina', young: '1' }, []],
  ])('%o', async (filter, found) => expect(await names(filter)).toEqual(found))

  it('contacted or not, in one campaign or in any', async () => {
    const [spoken, silent] = [await firm({ name: 'Zeta parlata' }), await firm({ name: 'Zeta muta' })]
    const { campaign: spring } = await campaign({ firms: [spoken, silent] })
    const { campaign: other } = await campaign({ firms: [spoken] })
    await db.assignment.updateMany({
      where: { campaignId: spring.id, firmId: spoken.id },
      data: { contactedAt: new Date(), state: 'interviewed' },
    })
    const asked = { q: 'zeta', campaign: spring.id }
    expect(await names({ ...asked, contacted: 'yes' })).toEqual(['Zeta parlata'])
    expect(await names({ ...asked, contacted: 'no' })).toEqual(['Zeta muta'])
    expect(await names({ q: 'zeta', contacted: 'yes', campaign: other.id })).toEqual([])
    expect(await names({ q: 'zeta', contacted: 'yes' })).toEqual(['Zeta parlata'])
    const { rows } = await actAs(promoter, () => searchFirms(firmFilter.parse(asked), spring.id))
    expect(rows.map((row) => row.campaignState)).toEqual(['to_call', 'interviewed'])
  })

  it('offer the Chamber’s sectors and municipalities', async () => {
    const { sectors, municipalities } = await actAs(promoter, () => filterChoices())
    expect([sectors.length, municipalities.length]).toEqual([12, 33])
  })
})

it('walks all rows once, page by page, even with equal names', async () => {
  const made = PAGE_SIZE * 2 + 3
  for (let i = 0; i < made; i += 1) await firm({ name: 'Uguale S.n.c.' })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await find({ q: 'uguale', after })
    expect(page.total).toBe(made)
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(made)
  expect(seen).toHaveLength(made)
})

it('tells who can be dialled and how many work there', async () => {
  const { rows } = await find({ q: 'caffè' })
  expect(rows[0]).toMatchObject({ dialable: false, employees: null, sectorIt: 'Metallurgia', municipality: 'Latina' })
})

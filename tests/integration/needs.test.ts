import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { assignNeed, moveNeed, recordNeeds } from '@/lib/needs/mutations'
import { listNeeds, needById, openNeedsByOffice, openNeedsOf } from '@/lib/needs/queries'
import { needFilter } from '@/lib/needs/schema'
import { type Actor, Forbidden } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { needTypeId, officeId } from '@/prisma/catalogues/seed'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const credit = officeId('credit')
const clerk = (details: Parameters<typeof person>[1] = {}) => person('office', { officeId: credit, ...details })

async function said(code = 'credit', refer = true, at = new Date(), by?: Actor) {
  const promoter = by ?? (await person('promoter'))
  const theFirm = await firm()
  const { campaign: ours } = await campaign({ promoters: [promoter], firms: [theFirm] })
  const id = uuidv7()
  const need = { id, needTypeId: needTypeId(code), priority: 'high' as const, words: 'Pressa', refer }
  const record = () =>
    db.$transaction((tx) => recordNeeds(tx, promoter, { firmId: theFirm.id, campaignId: ours.id, at }, [need]))
  await record()
  return { id, promoter, firm: theFirm, record }
}

const stored = (id: string) => db.need.findUniqueOrThrow({ where: { id }, include: { referrals: true } })

describe('a need goes to the office that answers it', () => {
  it('with the office’s own number of days, once, however often it is sent', async () => {
    const { id, record } = await said('credit', true, new Date('2026-06-16T22:30:00Z'))
    await record()
    const need = await stored(id)
    expect(need).toMatchObject({ status: 'referred', officeId: credit, version: 0 })
    expect(need.dueOn?.toISOString().slice(0, 10)).toBe('2026-06-27')
    expect(need.referrals).toHaveLength(1)
  })

  it('and stays recorded where no office does, until a manager chooses one', async () => {
    const { id } = await said('other')
    expect((await stored(id)).status).toBe('recorded')
    const manager = await person('manager')
    const refer = { id, version: 0, to: 'referred' as const }
    await expect(moveNeed(manager, refer)).rejects.toMatchObject({ key: 'noOffice' })
    await moveNeed(manager, { ...refer, officeId: officeId('export') })
    expect(await stored(id)).toMatchObject({ status: 'referred', officeId: officeId('export') })
  })

  it('of another firm cannot be written over', async () => {
    const { id, promoter } = await said()
    const { firm: other, promoter: theirs } = await said()
    const ours = await db.campaign.findFirstOrThrow({ where: { promoters: { some: { userId: promoter.id } } } })
    const need = { id, needTypeId: needTypeId('export'), priority: 'low' as const, refer: false }
    const stolen = db.$transaction((tx) =>
      recordNeeds(tx, theirs, { firmId: other.id, campaignId: ours.id, at: new Date() }, [need]),
    )
    await expect(stolen).rejects.toMatchObject({ key: 'notFound' })
  })
})

describe('an office works on a need', () => {
  it('takes it up, works on it, waits for the firm, meets it; the promoter reads the answer', async () => {
    const { id, promoter } = await said()
    const paolo = await clerk({ name: 'Paolo Sanna' })
    let version = 0
    for (const to of ['taken_up', 'in_progress', 'waiting', 'in_progress'] as const)
      version = (await moveNeed(paolo, { id, version, to })).version
    const met = { id, version, to: 'met' as const, answer: 'Garanzia concessa' }
    await moveNeed(paolo, met)
    await moveNeed(paolo, met)
    const need = await stored(id)
    expect(need).toMatchObject({ status: 'met', assigneeId: paolo.id, version: 5 })
    expect(need.takenUpAt).not.toBeNull()
    expect(need.closedAt).not.toBeNull()
    const read = await actAs(promoter, () => needById(id))
    expect(read).toMatchObject({ mayMove: false, referrals: [{ answer: 'Garanzia concessa' }] })
    expect(read?.moves).toHaveLength(5)
    expect(read?.moves[0]?.changes).toMatchObject({ status: ['in_progress', 'met'] })
  })

  it('says why where it cannot be met, and may take it up again', async () => {
    const { id } = await said()
    const paolo = await clerk()
    await moveNeed(paolo, { id, version: 0, to: 'not_met', reason: 'Bando chiuso' })
    expect((await stored(id)).referrals[0]).toMatchObject({ answer: 'Bando chiuso' })
    await moveNeed(paolo, { id, version: 1, to: 'taken_up' })
    expect(await stored(id)).toMatchObject({ status: 'taken_up', closedAt: null })
  })

  it('cannot skip a step', async () => {
    const { id } = await said()
    await expect(moveNeed(await clerk(), { id, version: 0, to: 'met' })).rejects.toMatchObject({ key: 'needStep' })
  })

  it('is told when a colleague was faster', async () => {
    const { id } = await said()
    const [paolo, lucia] = [await clerk({ name: 'Paolo Sanna' }), await clerk({ name: 'Lucia Di Biase' })]
    await moveNeed(paolo, { id, version: 0, to: 'taken_up' })
    await expect(moveNeed(lucia, { id, version: 0, to: 'not_met', reason: 'No' })).rejects.toMatchObject({
      key: 'conflict',
      version: 1,
      values: { name: 'Paolo Sanna' },
      differences: expect.arrayContaining([{ field: 'status', theirs: 'taken_up' }]),
    })
    await expect(assignNeed(lucia, { id, version: 0, assigneeId: lucia.id })).rejects.toMatchObject({ key: 'conflict' })
  })

  it('gives it to a colleague of the office, and to nobody else', async () => {
    const { id } = await said()
    const [paolo, lucia] = [await clerk(), await clerk()]
    await assignNeed(paolo, { id, version: 0, assigneeId: lucia.id })
    await assignNeed(paolo, { id, version: 0, assigneeId: lucia.id })
    expect(await stored(id)).toMatchObject({ assigneeId: lucia.id, version: 1 })
    const stranger = await person('office', { officeId: officeId('export') })
    const away = assignNeed(paolo, { id, version: 1, assigneeId: stranger.id })
    await expect(away).rejects.toMatchObject({ key: 'notOfOffice' })
  })

  it('does not see those of other offices', async () => {
    const { id, firm: theFirm } = await said()
    const stranger = await person('office', { officeId: officeId('export') })
    await expect(moveNeed(stranger, { id, version: 0, to: 'taken_up' })).rejects.toMatchObject({ key: 'notFound' })
    await expect(assignNeed(stranger, { id, version: 0, assigneeId: null })).rejects.toMatchObject({ key: 'notFound' })
    expect(await actAs(stranger, () => needById(id))).toBeNull()
    expect((await actAs(stranger, () => openNeedsOf(theFirm.id))).map((need) => need.id)).toEqual([id])
    const homeless = await person('office')
    expect((await actAs(homeless, () => listNeeds(needFilter.parse({})))).rows).toEqual([])
  })

  it('alone, with the manager: promoters and admins do not move needs', async () => {
    const { id, promoter } = await said()
    for (const actor of [promoter, await person('admin')]) {
      await expect(moveNeed(actor, { id, version: 0, to: 'taken_up' })).rejects.toBeInstanceOf(Forbidden)
      await expect(assignNeed(actor, { id, version: 0, assigneeId: null })).rejects.toBeInstanceOf(Forbidden)
    }
  })
})

describe('the list of needs', () => {
  it('goes by due day, page after page, and finds firm and words', async () => {
    const promoter = await person('promoter')
    const days = Array.from({ length: 27 }, (_, i) => new Date(Date.UTC(2026, 5, 1 + i)))
    for (const at of days) await said('training', true, at, promoter)
    const last = await said('other', true, new Date(), promoter)
    const list = (filter: object) => actAs(promoter, () => listNeeds(needFilter.parse(filter)))
    const first = await list({})
    expect(first).toMatchObject({ count: 28, capped: false })
    const second = await list({ after: first.next })
    expect(first.rows).toHaveLength(25)
    expect(second.rows.map(({ id }) => id).at(-1)).toBe(last.id)
    expect(second.next).toBeUndefined()
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(28)
    expect((await list({ q: last.firm.name.toUpperCase() })).rows.map(({ id }) => id)).toEqual([last.id])
    expect((await list({ q: 'press' })).count).toBe(28)
    const figures = await actAs(promoter, () => openNeedsByOffice(new Date('2026-06-20T10:00:00Z')))
    const step = figures.find(({ office }) => office?.id === officeId('training'))
    expect(step).toMatchObject({ open: 27, toTakeUp: 27, overdue: 5 })
    expect(figures.find(({ office }) => office === null)).toMatchObject({ open: 1, overdue: 0 })
    const late = await actAs(promoter, () =>
      listNeeds(needFilter.parse({ overdue: '1' }), new Date('2026-06-20T10:00:00Z')),
    )
    expect(late.count).toBe(5)
  })
})

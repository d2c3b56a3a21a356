import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { removeView, saveView } from '@/lib/insight-views/mutations'
import { savedViews } from '@/lib/insight-views/queries'
import { viewInput } from '@/lib/insight-views/schema'
import type { Actor } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import { person } from '../support/people'

let manager: Actor
let office: Actor
beforeEach(async () => {
  await db.insightView.deleteMany()
  manager = await person('manager')
  office = await person('office')
})

const view = (name: string, raw: Record<string, unknown> = {}) =>
  viewInput.parse({ id: uuidv7(), name, query: `?sector=${sectorId('food')}`, ...raw })

describe('a saved view', () => {
  test('is one’s own until it is shared', async () => {
    await saveView(manager, view('Alimentare'))
    await saveView(manager, view('Giovani', { query: '?young=1&page=9', shared: 'on' }))
    expect(await actAs(manager, savedViews)).toMatchObject([{ name: 'Alimentare' }, { name: 'Giovani', isOwn: true }])
    expect(await actAs(office, savedViews)).toMatchObject([
      { name: 'Giovani', query: '?young=1', isOwn: false, owner: manager.name },
    ])
  })

  test('keeps filters and comparison, and nothing else', () => {
    const query = '?campaign=no&vsFrom=2026-01-01&step=met&after=x&weighted=1'
    expect(view('x', { query }).query).toBe('?weighted=1&vsFrom=2026-01-01')
    expect(view('Tutto', { query: undefined }).query).toBe('')
  })

  test('sent twice is one; its deed is written down', async () => {
    const once = view('Alimentare')
    await saveView(manager, once)
    await saveView(manager, once)
    expect(await actAs(manager, savedViews)).toHaveLength(1)
    expect(await db.activity.count({ where: { subjectId: once.id, verb: 'insightView.saved' } })).toBe(1)
  })

  test('is refused under a name already given, but not under a colleague’s', async () => {
    await saveView(manager, view('Alimentare'))
    await expect(saveView(manager, view('Alimentare'))).rejects.toThrow('viewNameTaken')
    await saveView(office, view('Alimentare'))
  })

  test('of somebody who left is no longer offered', async () => {
    await saveView(manager, view('Giovani', { shared: 'on' }))
    await db.user.update({ where: { id: manager.id }, data: { active: false } })
    expect(await actAs(office, savedViews)).toEqual([])
  })

  test('is refused beyond a hundred', async () => {
    const data = Array.from({ length: 100 }, (_, i) => ({ ...view(`Vista ${i}`), ownerId: manager.id }))
    await db.insightView.createMany({ data })
    await expect(saveView(manager, view('Una di più'))).rejects.toThrow('viewsFull')
  })
})

describe('removing', () => {
  test('one’s own', async () => {
    const kept = view('Alimentare')
    await saveView(manager, kept)
    await removeView(manager, kept)
    expect(await actAs(manager, savedViews)).toEqual([])
  })

  test('is refused for a colleague’s: it is not found', async () => {
    const kept = view('Giovani', { shared: 'on' })
    await saveView(manager, kept)
    await expect(removeView(office, kept)).rejects.toThrow('notFound')
  })
})

test('forbidden to promoters', async () => {
  const promoter = await person('promoter')
  await expect(saveView(promoter, view('x'))).rejects.toThrow('Not allowed')
  await expect(removeView(promoter, view('x'))).rejects.toThrow('Not allowed')
  await expect(actAs(promoter, savedViews)).rejects.toThrow('403')
})

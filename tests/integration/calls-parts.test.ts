import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { takeNextFirm } from '@/lib/leases/mutations'
import { shareWork } from '@/lib/memberships/mutations'
import { unsharedFirms } from '@/lib/memberships/queries'
import type { Actor } from '@/lib/permissions'
import { deskNumbers, queueOf } from '@/lib/queue/queries'
import { actAs } from '@/lib/session'
import { sectorId } from '@/prisma/catalogues/seed'
import type { Prisma } from '@/prisma/client/client'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

const [LATINA, FORMIA] = ['059011', '059008']
const [metals, food] = [sectorId('metals'), sectorId('food')]
const FIRMS = {
  metalsLatina: { sectorId: metals, municipalityCode: LATINA },
  metalsFormia: { sectorId: metals, municipalityCode: FORMIA },
  foodLatina: { sectorId: food, municipalityCode: LATINA },
  foodFormia: { sectorId: food, municipalityCode: FORMIA },
}
type Which = keyof typeof FIRMS
const NAMES = Object.keys(FIRMS) as Which[]

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const WEEK = 7 * 24

let giulia: Actor
let luca: Actor
let manager: Actor
beforeEach(async () => {
  giulia = await person('promoter')
  luca = await person('promoter')
  manager = await person('manager')
})

type Turn = Partial<Prisma.AssignmentUncheckedCreateInput>

async function listOf(turn: Turn = {}) {
  const firms = await Promise.all(NAMES.map((name) => firm({ name, ...FIRMS[name] })))
  const list = await campaign({ promoters: [giulia, luca], firms, assignment: turn })
  const give = (part: { sectorIds?: string[]; municipalityCodes?: string[] }) =>
    shareWork(manager, {
      campaignId: list.campaign.id,
      userId: giulia.id,
      sectorIds: [],
      municipalityCodes: [],
      ...part,
    })
  const change = (name: Which, data: Turn) =>
    db.assignment.updateMany({ where: { campaignId: list.campaign.id, firm: { name } }, data })
  return { id: list.campaign.id, give, change }
}

/** The firms a promoter is given until there is none, each refused; then all is as it was. */
async function givenTo(promoter: Actor, campaignId: string, turn: Turn = {}): Promise<string[]> {
  const names: string[] = []
  for (let taken = await takeNextFirm(promoter, campaignId); taken; taken = await takeNextFirm(promoter, campaignId)) {
    names.push(taken.firmName)
    const ended = { state: 'refused' as const, leaseUserId: null, leaseUntil: null }
    await db.assignment.update({ where: { id: taken.assignmentId }, data: ended })
  }
  const back = { where: { campaignId, state: 'refused' as const }, data: { state: 'to_call' as const, ...turn } }
  await db.assignment.updateMany(back)
  return names
}

describe('who calls what', () => {
  test.each<[string, () => Turn]>([
    ['firms never called', () => ({})],
    ['firms called before', () => ({ attempts: 1, notBefore: ago(1) })],
    ['callbacks of nobody', () => ({ state: 'callback', callbackAt: ago(1) })],
    [
      'callbacks of a colleague that passed by a working day',
      () => {
        return { state: 'callback', callbackAt: ago(2 * WEEK), callbackUserId: luca.id }
      },
    ],
  ])('%s are given by sector, by area, by both, or from the pool all share', async (_, turnOf) => {
    const turn = turnOf()
    const { id, give } = await listOf(turn)
    const parts: [Parameters<typeof give>[0], Which[]][] = [
      [{ sectorIds: [metals] }, ['metalsLatina', 'metalsFormia']],
      [{ municipalityCodes: [LATINA] }, ['metalsLatina', 'foodLatina']],
      [{ sectorIds: [food], municipalityCodes: [FORMIA] }, ['foodFormia']],
      [{ sectorIds: [metals, food], municipalityCodes: [LATINA] }, ['metalsLatina', 'foodLatina']],
      [{}, NAMES],
    ]
    for (const [part, names] of parts) {
      await give(part)
      expect((await givenTo(giulia, id, turn)).toSorted()).toEqual(names.toSorted())
    }
    // Luca has no part and calls whatever there is, of Giulia's part too.
    await give({ sectorIds: [metals] })
    expect((await givenTo(luca, id, turn)).toSorted()).toEqual(NAMES.toSorted())
  })

  test('a promise counts more than a part: own callbacks are given whatever they are of, a colleague’s is not', async () => {
    const { id, give, change } = await listOf()
    await give({ sectorIds: [metals], municipalityCodes: [LATINA] })
    await change('foodFormia', { state: 'callback', callbackAt: ago(1), callbackUserId: giulia.id })
    await change('metalsLatina', { state: 'callback', callbackAt: new Date(), callbackUserId: luca.id })
    expect(await givenTo(giulia, id)).toEqual(['foodFormia'])
  })

  test('the queue and its numbers show the same as is given', async () => {
    const { id, give, change } = await listOf()
    await give({ municipalityCodes: [FORMIA] })
    await change('metalsFormia', { attempts: 1, notBefore: ago(1) })
    await change('foodLatina', { attempts: 1, notBefore: ago(1) })
    const shown = async (promoter: Actor) => {
      const rows = await actAs(promoter, () => queueOf(id, { whole: false }))
      const { ready } = await actAs(promoter, () => deskNumbers(id))
      return { names: rows.map(({ firmName }) => firmName), ready }
    }
    expect(await shown(giulia)).toEqual({ names: ['metalsFormia', 'foodFormia'], ready: 2 })
    expect((await shown(luca)).ready).toBe(4)
    expect(await givenTo(giulia, id)).toEqual(['metalsFormia', 'foodFormia'])
  })

  test('the manager is told how many firms are in nobody’s part, and nobody is given them', async () => {
    const { id, give } = await listOf()
    await give({ sectorIds: [metals] })
    await shareWork(manager, { campaignId: id, userId: luca.id, sectorIds: [], municipalityCodes: [LATINA] })
    expect(await actAs(manager, () => unsharedFirms(id))).toBe(1)
    expect([...(await givenTo(giulia, id)), ...(await givenTo(luca, id))]).not.toContain('foodFormia')
  })
})

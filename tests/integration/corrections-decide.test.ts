import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepOurs, takeTheirs } from '@/lib/corrections/mutations'
import { correctionsToDecide, countToDecide } from '@/lib/corrections/queries'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { actAs } from '@/lib/session'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { person } from '@/tests/support/people'
import { importContent, list, SITES } from '@/tests/support/register-import'

const row = (number: number, pec: string) => ({
  DENOMINAZIONE: `IMPRESA ${number}`,
  'C-FISCALE': inventedPartitaIva(number),
  IND_PEC: pec,
  DIP: '2',
})

beforeEach(async () => {
  await db.$executeRaw`truncate firm, register_import cascade`
})

/** Two firms whose PEC a person corrected, and a file that says a third thing. */
async function moved() {
  const admin = await person('admin')
  await importContent(list(SITES, row(1, 'old@pec.example'), row(2, 'old@pec.example')))
  const firms = await db.firm.findMany({ orderBy: { codiceFiscale: 'asc' } })
  for (const { id: firmId } of firms) {
    const known = { field: 'pec', value: 'ours@pec.example', registerValue: 'old@pec.example', userId: admin.id }
    await db.correction.create({ data: { id: uuidv7(), firmId, ...known } })
    await db.firm.update({ where: { id: firmId }, data: { pec: 'ours@pec.example' } })
  }
  await importContent(list(SITES, row(1, 'theirs@pec.example'), row(2, 'theirs@pec.example')))
  return { admin, firms }
}
const waiting = async () => actAs(await person('admin'), async () => (await countToDecide()).count)
const pecs = async () => (await db.firm.findMany({ orderBy: { codiceFiscale: 'asc' } })).map(({ pec }) => pec)
const seen = () => new Date()

describe('a correction the register now disagrees with', () => {
  it('is listed with both values until somebody decides', async () => {
    const { admin, firms } = await moved()
    const { rows, next } = await actAs(admin, () => correctionsToDecide(''))
    expect(next).toBeNull()
    expect(rows.map(({ name, value, registerValue, by }) => [name, value, registerValue, by])).toEqual([
      ['IMPRESA 1', 'ours@pec.example', 'theirs@pec.example', admin.name],
      ['IMPRESA 2', 'ours@pec.example', 'theirs@pec.example', admin.name],
    ])
    await expect(actAs(await person('manager'), () => countToDecide())).rejects.toThrow()
    expect(await pecs()).toEqual(['ours@pec.example', 'ours@pec.example'])
    await keepOurs(admin, { firmId: firms[0]?.id, field: 'pec', seen: seen() })
    expect(await waiting()).toBe(1)
    await takeTheirs(admin, { firmId: firms[1]?.id, field: 'pec', seen: seen() })
    expect(await waiting()).toBe(0)
    expect(await pecs()).toEqual(['ours@pec.example', 'theirs@pec.example'])
    const deeds = await db.activity.findMany({
      where: { firmId: { in: firms.map(({ id }) => id) } },
      orderBy: { at: 'asc' },
    })
    expect(deeds.map(({ verb, userId }) => [verb, userId])).toEqual([
      ['firm.correctionKept', admin.id],
      ['firm.correctionUndone', admin.id],
    ])
  })

  it('is decided for all that were shown, once, and not for what came later', async () => {
    const { admin } = await moved()
    expect(await keepOurs(admin, { seen: new Date(Date.now() - 3_600_000) })).toEqual({ decided: 0 })
    expect(await takeTheirs(admin, { seen: seen() })).toEqual({ decided: 2 })
    expect(await takeTheirs(admin, { seen: seen() })).toEqual({ decided: 0 })
    expect(await pecs()).toEqual(['theirs@pec.example', 'theirs@pec.example'])
    expect(await db.correction.count()).toBe(0)
  })

  it('asks nothing where the register comes round to what the person wrote', async () => {
    await moved()
    await importContent(list(SITES, row(1, 'ours@pec.example'), row(2, 'theirs@pec.example')))
    expect(await waiting()).toBe(1)
  })

  it('is decided by an admin only', async () => {
    await moved()
    for (const role of ['promoter', 'manager', 'office'] as const) {
      await expect(keepOurs(await person(role), { seen: seen() })).rejects.toThrow(Forbidden)
      await expect(takeTheirs(await person(role), { seen: seen() })).rejects.toThrow(Forbidden)
    }
    expect(await waiting()).toBe(2)
  })
})

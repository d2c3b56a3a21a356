import { expect, it } from 'vitest'
import { chamberName } from '@/lib/chamber/queries'
import { db } from '@/lib/db'
import { keepPreferences } from '@/lib/preferences/mutations'
import { ownPreferences } from '@/lib/preferences/queries'
import { actAs } from '@/lib/session'
import { person } from '@/tests/support/people'

const deeds = (id: string) =>
  db.activity.findMany({ where: { subjectId: id }, select: { verb: true, changes: true, userId: true } })

it('keeps language and theme with the person, and says so in the activity', async () => {
  const promoter = await person('promoter')
  await keepPreferences(promoter, { locale: 'en' })
  await keepPreferences(promoter, { theme: 'dark' })
  expect(await actAs(promoter, ownPreferences)).toEqual({ locale: 'en', theme: 'dark' })
  expect(await deeds(promoter.id)).toEqual([
    { verb: 'user.preferences_changed', userId: promoter.id, changes: { locale: ['it', 'en'] } },
    { verb: 'user.preferences_changed', userId: promoter.id, changes: { theme: ['system', 'dark'] } },
  ])
})

it('changes nothing when the same is chosen again', async () => {
  const admin = await person('admin')
  await keepPreferences(admin, { locale: 'it', theme: 'system' })
  expect(await deeds(admin.id)).toEqual([])
})

it('shows the name of the Chamber, and a plain one until it is set', async () => {
  await db.setting.deleteMany({ where: { key: 'chamber' } })
  expect(await chamberName()).toBe('Camera di Commercio')
  await db.setting.create({ data: { key: 'chamber', value: { name: 'Camera di Commercio di Latina' } } })
  expect(await chamberName()).toBe('Camera di Commercio di Latina')
})

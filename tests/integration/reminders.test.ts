import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { Forbidden } from '@/lib/permissions'
import { sendMorningMails } from '@/lib/reminders/morning'
import { chooseMorningMail } from '@/lib/reminders/mutations'
import { ownMorningMail, remindersDue } from '@/lib/reminders/queries'
import { actAs } from '@/lib/session'
import { dateColumn } from '@/lib/today/rules'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'
import { openPostOffice } from '@/tests/support/post-office'

/** A Tuesday at 7:30 in Rome. */
const MORNING = new Date('2026-06-16T05:30:00Z')
let office: Awaited<ReturnType<typeof openPostOffice>>
const told: string[] = []

beforeAll(async () => {
  office = await openPostOffice()
  vi.spyOn(console, 'warn').mockImplementation((words) => void told.push(String(words)))
})
afterAll(async () => await office.close())
beforeEach(async () => {
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${office.port}`)
  vi.stubEnv('SMTP_FROM', 'Porta a Porta <portaaporta@camera.example>')
  office.answer = undefined
  office.letters.length = 0
  told.length = 0
  await db.user.updateMany({ data: { active: false } })
})

/** A promoter with a visit at 11:30 and a call promised for 15:00 on that day. */
async function busy(details: { name?: string; locale?: string } = {}) {
  const promoter = await person('promoter', { name: details.name ?? 'Giulia Ferrante' })
  if (details.locale) await db.user.update({ where: { id: promoter.id }, data: { locale: details.locale } })
  const firms = [await firm({ name: "Marmi D'Amico & Figli" }), await firm({ name: 'Tessitura Volsca' })]
  const { campaign: ours, assignments } = await campaign({ promoters: [promoter], firms })
  const [visited, called] = assignments
  if (!visited || !called) throw new Error('no assignments')
  await db.appointment.create({
    data: {
      id: uuidv7(),
      campaignId: ours.id,
      assignmentId: visited.id,
      firmId: visited.firmId,
      visitorId: promoter.id,
      arrangedById: promoter.id,
      startsAt: new Date('2026-06-16T09:30:00Z'),
      minutes: 45,
    },
  })
  const callbackAt = new Date('2026-06-16T13:00:00Z')
  const data = { state: 'callback' as const, callbackAt, callbackUserId: promoter.id }
  await db.assignment.update({ where: { id: called.id }, data })
  return promoter
}

describe('the morning e-mail', () => {
  it('arrives once, with the day in it, as text and as HTML', async () => {
    const promoter = await busy()
    expect(await sendMorningMails(MORNING)).toBe(1)
    const [letter] = office.letters
    expect(letter?.from?.text).toContain('portaaporta@camera.example')
    expect(letter?.to).toMatchObject({ text: promoter.email })
    expect(letter?.subject).toBe('Porta a Porta: la tua giornata, martedì 16 giugno 2026')
    expect(letter?.text).toMatch(/11:30 · Marmi D'Amico & Figli[\s\S]*15:00 · Tessitura Volsca/)
    expect(letter?.html).toContain('Marmi D&#39;Amico &amp; Figli')
    expect(letter?.messageId).toBe(`<2026-06-16.${promoter.id}@porta-a-porta>`)
    expect(await sendMorningMails(new Date('2026-06-16T06:30:00Z'))).toBe(0)
    expect(office.letters).toHaveLength(1)
  })

  it('arrives once also where two processes send at the same moment', async () => {
    await Promise.all([busy(), busy(), busy()])
    await Promise.all([sendMorningMails(MORNING), sendMorningMails(MORNING), sendMorningMails(MORNING)])
    expect(office.letters).toHaveLength(3)
    expect(new Set(office.letters.map(({ messageId }) => messageId)).size).toBe(3)
  })

  it('is in the language of its reader', async () => {
    await busy({ locale: 'en' })
    await sendMorningMails(MORNING)
    expect(office.letters[0]?.subject).toBe('Porta a Porta: your day, Tuesday 16 June 2026')
  })

  it('is not sent again by a process that was killed while sending', async () => {
    const { id: userId } = await busy()
    await db.morningMail.create({ data: { userId, day: dateColumn('2026-06-16') } })
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(office.letters).toHaveLength(0)
  })

  it('waits for a server that is away, and the log says so without naming anybody', async () => {
    const promoter = await busy()
    await office.close()
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(told.join()).toMatch(/does not answer \(E\w+\)/)
    expect(told.join()).not.toContain(promoter.email)
    expect(told.join()).not.toContain(promoter.name)
    office = await openPostOffice(office.port)
    expect(await sendMorningMails(new Date('2026-06-16T05:40:00Z'))).toBe(1)
    expect(office.letters).toHaveLength(1)
  })

  it('is tried again where the server puts it off, and not where it refuses for good', async () => {
    const promoter = await busy()
    office.answer = { responseCode: 451, message: `greylisted ${promoter.email}` }
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(told.join()).toContain('1 of 1 not sent (later')
    expect(told.join()).not.toContain(promoter.email)
    office.answer = undefined
    expect(await sendMorningMails(MORNING)).toBe(1)
    const other = await busy()
    office.answer = { responseCode: 550, message: 'no such mailbox' }
    await sendMorningMails(MORNING)
    office.answer = undefined
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(await db.morningMail.findFirst({ where: { userId: other.id } })).toMatchObject({ sentAt: null, attempts: 1 })
  })

  it('is not doubled where the line breaks with the letter in the hands of the server', async () => {
    await busy()
    office.answer = 'hang up'
    expect(await sendMorningMails(MORNING)).toBe(0)
    office.answer = undefined
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(office.letters).toHaveLength(1)
  })

  it('comes neither too early nor too late, nor on a day off or a holiday, nor when there is nothing to tell', async () => {
    await busy()
    const others = ['2026-06-16T05:29:00Z', '2026-06-16T10:00:00Z', '2026-06-20T06:00:00Z', '2026-06-02T06:00:00Z']
    for (const moment of others) expect(await sendMorningMails(new Date(moment))).toBe(0)
    // In winter Rome is an hour closer to Greenwich.
    expect(await sendMorningMails(new Date('2026-12-15T06:20:00Z'))).toBe(0)
    await db.assignment.updateMany({ where: { state: 'callback' }, data: { state: 'to_call' } })
    expect(await sendMorningMails(new Date('2026-06-17T06:00:00Z'))).toBe(0)
    expect(office.letters).toHaveLength(0)
  })

  it('goes to nobody where nobody is active, and to no other role', async () => {
    const promoter = await busy()
    await db.user.update({ where: { id: promoter.id }, data: { role: 'manager' } })
    expect(await sendMorningMails(MORNING)).toBe(0)
    await db.user.updateMany({ data: { active: false, role: 'promoter' } })
    expect(await sendMorningMails(MORNING)).toBe(0)
  })

  it('is not sent where no server is set, and the page can say so', async () => {
    const promoter = await busy()
    vi.stubEnv('SMTP_URL', undefined)
    expect(await sendMorningMails(MORNING)).toBe(0)
    expect(await actAs(promoter, ownMorningMail)).toEqual({ isWanted: true, isPossible: false })
    expect(await db.morningMail.count({ where: { userId: promoter.id } })).toBe(0)
  })

  it('can be switched off and on again by its reader, with a trace of each', async () => {
    const promoter = await busy()
    await chooseMorningMail(promoter, { isWanted: false })
    await chooseMorningMail(promoter, { isWanted: false })
    expect(await sendMorningMails(MORNING)).toBe(0)
    await chooseMorningMail(promoter, { isWanted: true })
    expect(await sendMorningMails(MORNING)).toBe(1)
    const deeds = await db.activity.findMany({ where: { userId: promoter.id }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ changes }) => changes)).toEqual([
      { morningMail: [true, false] },
      { morningMail: [false, true] },
    ])
  })

  it('is no choice of other roles: forbidden', async () => {
    for (const role of ['manager', 'office', 'admin'] as const)
      await expect(chooseMorningMail(await person(role), { isWanted: false })).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('the bell', () => {
  const seen = async (by: Awaited<ReturnType<typeof busy>>, at: string) =>
    (await actAs(by, () => remindersDue(new Date(`2026-06-16T${at}:00Z`)))).map(({ kind, firmName }) => [
      kind,
      firmName,
    ])

  it('rings an hour before a visit until a quarter of an hour after it began', async () => {
    const promoter = await busy()
    const visit = ['visit', "Marmi D'Amico & Figli"]
    expect(await seen(promoter, '08:29')).toEqual([])
    expect(await seen(promoter, '08:31')).toEqual([visit])
    expect(await seen(promoter, '09:44')).toEqual([visit])
    expect(await seen(promoter, '09:46')).toEqual([])
  })

  it('rings a quarter of an hour before a callback until the day is over', async () => {
    const promoter = await busy()
    const callback = ['callback', 'Tessitura Volsca']
    expect(await seen(promoter, '12:44')).toEqual([])
    expect(await seen(promoter, '12:46')).toEqual([callback])
    expect(await seen(promoter, '21:59')).toEqual([callback])
    expect(await seen(promoter, '22:01')).toEqual([])
  })

  it('rings, and the morning e-mail tells, of appointments to confirm', async () => {
    const promoter = await busy()
    const startsAt = new Date('2026-06-17T07:00:00Z')
    const confirmAt = new Date('2026-06-16T08:00:00Z')
    await db.appointment.updateMany({ where: { arrangedById: promoter.id }, data: { startsAt, confirmAt } })
    const confirm = ['confirm', "Marmi D'Amico & Figli"]
    expect(await seen(promoter, '07:44')).toEqual([])
    expect(await seen(promoter, '07:46')).toEqual([confirm])
    await sendMorningMails(MORNING)
    expect(office.letters[0]?.text).toContain(
      "Un appuntamento da confermare\n- 10:00 · Marmi D'Amico & Figli · visita:",
    )
  })

  it('is of no firm that must not be called, of no colleague, and forbidden to other roles', async () => {
    const promoter = await busy()
    await busy()
    expect(await seen(promoter, '12:46')).toHaveLength(1)
    await db.firm.updateMany({ data: { doNotContactSince: new Date() } })
    expect(await seen(promoter, '12:46')).toEqual([])
    await expect(seen(await person('manager'), '12:46')).rejects.toThrow()
  })
})

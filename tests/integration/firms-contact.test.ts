import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeContact, recordContact, removeContact } from '@/lib/contacts/mutations'
import { db } from '@/lib/db'
import {
  flagDoNotContact,
  noteDigitalLevel,
  readmitFirm,
  snapshotOf,
  stopContacting,
  strikePhone,
} from '@/lib/firms/mutations'
import { addNote } from '@/lib/notes/mutations'
import type { Actor } from '@/lib/permissions'
import { addPhone, judgePhone } from '@/lib/phones/mutations'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let promoter: Actor
let office: Actor
let admin: Actor
const verbs = async (firmId: string) =>
  (await db.activity.findMany({ where: { firmId }, orderBy: { id: 'asc' } })).map((row) => row.verb)
const forbidden = { name: 'Forbidden' }
const notFound = { name: 'Refusal', key: 'notFound' }

beforeAll(async () => {
  ;[promoter, office, admin] = await Promise.all([person('promoter'), person('office'), person('admin')])
})

describe('do not contact', () => {
  const request = { reason: 'Non vuole altre chiamate', channel: 'phone' } as const

  it('takes the firm out of every list, the desk and the diary at once', async () => {
    const [stopped, other] = [await firm(), await firm()]
    const callback = { state: 'callback', callbackAt: new Date(), callbackUserId: promoter.id } as const
    const one = await campaign({ promoters: [promoter], firms: [stopped, other], assignment: callback })
    const done = await campaign({ firms: [stopped], assignment: { state: 'visited', leaseUserId: promoter.id } })
    const [assignment] = one.assignments
    if (!assignment) throw new Error('No assignment')
    await db.appointment.create({
      data: {
        id: uuidv7(),
        campaignId: one.campaign.id,
        assignmentId: assignment.id,
        firmId: stopped.id,
        visitorId: promoter.id,
        arrangedById: promoter.id,
        startsAt: new Date(Date.now() + 86_400_000),
        minutes: 45,
      },
    })
    await stopContacting(promoter, { firmId: stopped.id, ...request })
    const rows = await db.assignment.findMany({ where: { firmId: stopped.id }, orderBy: { id: 'asc' } })
    expect(rows.map(({ state, leaseUserId, callbackAt }) => [state, leaseUserId, callbackAt])).toEqual([
      ['do_not_contact', null, null],
      ['visited', null, null],
    ])
    expect(done.assignments).toHaveLength(1)
    expect(await db.appointment.findFirst({ where: { firmId: stopped.id } })).toMatchObject({ state: 'cancelled' })
    expect(await db.assignment.findFirst({ where: { firmId: other.id } })).toMatchObject({ state: 'callback' })
    const flagged = await db.firm.findUniqueOrThrow({ where: { id: stopped.id } })
    expect(flagged).toMatchObject({
      doNotContactById: promoter.id,
      doNotContactReason: request.reason,
      doNotContactChannel: 'phone',
    })
    expect(await verbs(stopped.id)).toEqual(['firm.contactStopped'])
  })

  it('said again keeps the first request', async () => {
    const { id } = await firm()
    await stopContacting(promoter, { firmId: id, ...request })
    const first = await db.firm.findUniqueOrThrow({ where: { id } })
    await db.$transaction((tx) =>
      flagDoNotContact(tx, promoter, id, { reason: 'Di nuovo', channel: 'pec', at: new Date() }),
    )
    expect(await db.firm.findUniqueOrThrow({ where: { id } })).toEqual(first)
    expect(await verbs(id)).toEqual(['firm.contactStopped'])
  })

  it('is undone by an administrator only, and brings the firm back into no list', async () => {
    const stopped = await firm()
    await campaign({ firms: [stopped] })
    await stopContacting(promoter, { firmId: stopped.id, ...request })
    const readmission = { firmId: stopped.id, reason: 'Lo ha chiesto per PEC' }
    await expect(readmitFirm(promoter, readmission)).rejects.toMatchObject(forbidden)
    await readmitFirm(admin, readmission)
    await readmitFirm(admin, readmission)
    const free = {
      doNotContactSince: null,
      doNotContactById: null,
      doNotContactReason: null,
      doNotContactChannel: null,
    }
    expect(await db.firm.findUnique({ where: { id: stopped.id } })).toMatchObject(free)
    expect(await db.assignment.findFirst({ where: { firmId: stopped.id } })).toMatchObject({ state: 'do_not_contact' })
    expect(await verbs(stopped.id)).toEqual(['firm.contactStopped', 'firm.readmitted'])
  })

  it('is refused for a firm that is not there, and to who only reads', async () => {
    await expect(stopContacting(promoter, { firmId: uuidv7(), ...request })).rejects.toMatchObject(notFound)
    await expect(readmitFirm(admin, { firmId: uuidv7(), reason: 'x' })).rejects.toMatchObject(notFound)
    const { id } = await firm()
    await expect(stopContacting(office, { firmId: id, ...request })).rejects.toMatchObject(forbidden)
  })
})

describe('people at a firm', () => {
  const matteo = () => ({ id: uuidv7(), name: 'Matteo Cifra', role: 'titolare', phone: '300 000 0142' })

  it('are added once, however often the form is sent; the log names nobody', async () => {
    const { id: firmId } = await firm()
    const contact = { firmId, ...matteo() }
    await recordContact(promoter, contact)
    await recordContact(promoter, contact)
    expect(await db.contact.findMany({ where: { firmId } })).toMatchObject([{ name: 'Matteo Cifra', role: 'titolare' }])
    const log = await db.activity.findMany({ where: { firmId } })
    expect(log.map(({ verb, changes }) => [verb, changes])).toEqual([['contact.added', {}]])
  })

  it('are changed, with the fields that changed in the log', async () => {
    const { id: firmId } = await firm()
    const contact = matteo()
    await recordContact(promoter, { firmId, ...contact })
    expect(await changeContact(promoter, { ...contact, role: 'presidente', version: 0 })).toMatchObject({ version: 1 })
    expect(await changeContact(promoter, { ...contact, role: 'presidente', version: 0 })).toMatchObject({ version: 1 })
    const log = await db.activity.findMany({ where: { firmId, verb: 'contact.changed' } })
    expect(log.map(({ changes }) => changes)).toEqual([{ fields: ['role'] }])
  })

  it('changed by two: the second is told what the first saved', async () => {
    const { id: firmId } = await firm()
    const contact = matteo()
    await recordContact(promoter, { firmId, ...contact })
    await changeContact(admin, { ...contact, phone: '06 0000 0118', version: 0 })
    const late = changeContact(promoter, { ...contact, phone: '06 0000 0119', version: 0 })
    await expect(late).rejects.toMatchObject({
      name: 'Conflict',
      version: 1,
      differences: [{ field: 'phone', theirs: '06 0000 0118' }],
      values: { name: admin.name },
    })
  })

  it('are deleted for good', async () => {
    const { id: firmId } = await firm()
    const contact = matteo()
    await recordContact(promoter, { firmId, ...contact })
    await removeContact(promoter, { id: contact.id })
    await removeContact(promoter, { id: contact.id })
    expect(await db.contact.count({ where: { firmId } })).toBe(0)
    expect(await verbs(firmId)).toEqual(['contact.added', 'contact.removed'])
  })

  it('are refused where firm or person is missing, and to who only reads', async () => {
    const contact = matteo()
    await expect(recordContact(promoter, { firmId: uuidv7(), ...contact })).rejects.toMatchObject(notFound)
    await expect(changeContact(promoter, { ...contact, version: 0 })).rejects.toMatchObject(notFound)
    const { id: firmId } = await firm()
    await expect(recordContact(office, { firmId, ...contact })).rejects.toMatchObject(forbidden)
    await expect(changeContact(office, { ...contact, version: 0 })).rejects.toMatchObject(forbidden)
    await expect(removeContact(office, { id: contact.id })).rejects.toMatchObject(forbidden)
  })
})

describe('notes', () => {
  it('are left once', async () => {
    const { id: firmId } = await firm()
    const note = { id: uuidv7(), firmId, text: 'Richiamare dopo le ferie' }
    await addNote(promoter, note)
    await addNote(promoter, note)
    expect(await db.firmNote.findMany({ where: { firmId } })).toMatchObject([{ text: note.text, userId: promoter.id }])
    expect(await verbs(firmId)).toEqual(['note.added'])
    await expect(addNote(promoter, { ...note, firmId: uuidv7() })).rejects.toMatchObject(notFound)
    await expect(addNote(office, note)).rejects.toMatchObject(forbidden)
  })
})

describe('telephones', () => {
  it('are added once, struck, and put back', async () => {
    const { id: firmId } = await firm({ numbers: ['+390773900001'] })
    await addPhone(promoter, { id: uuidv7(), firmId, phone: '0773 900002' })
    await addPhone(promoter, { id: uuidv7(), firmId, phone: '+39 0773 900 002' })
    const [, added] = await db.firmPhone.findMany({ where: { firmId }, orderBy: { position: 'asc' } })
    if (!added) throw new Error('No second number')
    expect(added).toMatchObject({ e164: '+390773900002', source: 'person', struckAt: null })
    await judgePhone(promoter, { firmId, phoneId: added.id, verdict: 'wrong' })
    await judgePhone(promoter, { firmId, phoneId: added.id, verdict: 'wrong' })
    expect((await db.firmPhone.findUnique({ where: { id: added.id } }))?.struckAt).toBeInstanceOf(Date)
    await addPhone(promoter, { id: uuidv7(), firmId, phone: '0773900002' })
    expect(await db.firmPhone.findUnique({ where: { id: added.id } })).toMatchObject({ struckAt: null })
    expect(await verbs(firmId)).toEqual(['firm.phoneAdded', 'firm.phoneStruck', 'firm.phoneAdded'])
  })

  it('are struck by a call', async () => {
    const { id: firmId } = await firm({ numbers: ['+390773900003'] })
    await db.$transaction((tx) => strikePhone(tx, promoter, firmId, '+390773900003'))
    await db.$transaction((tx) => strikePhone(tx, promoter, firmId, '+390773900003'))
    expect(await verbs(firmId)).toEqual(['firm.phoneStruck'])
  })

  it('are refused where they cannot be dialled or the firm is missing, and to who only reads', async () => {
    const { id: firmId } = await firm()
    const phone = { id: uuidv7(), firmId, phone: '0773 900004' }
    await expect(addPhone(promoter, { ...phone, phone: '12' })).rejects.toMatchObject({ key: 'phoneFormat' })
    await expect(addPhone(promoter, { ...phone, firmId: uuidv7() })).rejects.toMatchObject(notFound)
    await expect(addPhone(office, phone)).rejects.toMatchObject(forbidden)
    const verdict = { firmId, phoneId: uuidv7(), verdict: 'wrong' } as const
    await expect(judgePhone(promoter, verdict)).rejects.toMatchObject(notFound)
    await expect(judgePhone(office, verdict)).rejects.toMatchObject(forbidden)
  })
})

it('the latest answer about the digital level counts', async () => {
  const { id } = await firm()
  await db.$transaction((tx) => noteDigitalLevel(tx, id, 'email', new Date('2026-06-10T10:00:00Z')))
  await db.$transaction((tx) => noteDigitalLevel(tx, id, 'none', new Date('2026-06-01T10:00:00Z')))
  expect(await db.firm.findUnique({ where: { id } })).toMatchObject({ digitalLevel: 'email' })
  await db.$transaction((tx) => noteDigitalLevel(tx, id, 'website', new Date('2026-06-12T10:00:00Z')))
  expect(await db.firm.findUnique({ where: { id } })).toMatchObject({ digitalLevel: 'website' })
})

it('evidence takes the firm as it is that day', async () => {
  const { id } = await firm({ young: true, employeesDependent: 3 })
  const snapshot = await db.$transaction((tx) => snapshotOf(tx, id))
  expect(snapshot).toMatchObject({ young: true, female: false, sizeClass: 'staff_2_9', municipalityCode: '059011' })
  await expect(db.$transaction((tx) => snapshotOf(tx, uuidv7()))).rejects.toMatchObject(notFound)
})

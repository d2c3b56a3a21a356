import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { sectorId } from '@/prisma/catalogues/seed'
import type { Assignment, Firm, Prisma } from '@/prisma/client/client'

type Snapshot = {
  sector: string
  municipality?: string
  young?: boolean
  female?: boolean
  size?: Prisma.VisitUncheckedCreateInput['sizeClass']
}

/** A firm as it was that day. */
function snapshot({ sector, municipality = '059011', young = false, female = false, size = 'staff_2_9' }: Snapshot) {
  const place = { municipalityCode: municipality, sizeClass: size }
  return { sectorId: sectorId(sector), ...place, young, female, foreign: false }
}

export async function called(
  by: Actor,
  assignment: Assignment,
  at: string,
  outcome: Prisma.CallUncheckedCreateInput['outcome'],
  was: Snapshot,
  more: Partial<Prisma.CallUncheckedCreateInput> = {},
) {
  const { id: assignmentId, campaignId, firmId } = assignment
  const of = { assignmentId, campaignId, firmId, userId: by.id }
  return db.call.create({ data: { id: uuidv7(), ...of, at: new Date(at), outcome, ...snapshot(was), ...more } })
}

export async function visitedOn(
  by: Actor,
  assignment: Assignment,
  at: string,
  was: Snapshot,
  more: Partial<Prisma.VisitUncheckedCreateInput> = {},
) {
  const { id: assignmentId, campaignId, firmId } = assignment
  const of = { assignmentId, campaignId, firmId, userId: by.id }
  return db.visit.create({ data: { id: uuidv7(), ...of, at: new Date(at), ...snapshot(was), ...more } })
}

export async function asks(
  by: Actor,
  firm: Firm,
  campaignId: string,
  needTypeId: string,
  said: { callId?: string; visitId?: string; at: string },
  more: Partial<Prisma.NeedUncheckedCreateInput> = {},
) {
  const { at, ...where } = said
  const of = { firmId: firm.id, campaignId, needTypeId, recordedById: by.id, recordedAt: new Date(at) }
  return db.need.create({ data: { id: uuidv7(), ...of, ...where, ...more } })
}

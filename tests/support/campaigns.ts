import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'

type Overrides = Partial<Omit<Prisma.CampaignUncheckedCreateInput, 'promoters' | 'assignments'>> & {
  promoters?: { id: string }[]
  firms?: { id: string }[]
  /** What the assignments have in common beyond campaign, firm and order. */
  assignment?: Partial<Prisma.AssignmentUncheckedCreateInput>
}

/** A campaign of this year, open unless told otherwise, whose firms come up in the order given. */
export async function campaign({ promoters = [], firms = [], assignment = {}, ...overrides }: Overrides = {}) {
  const id = overrides.id ?? uuidv7()
  const year = new Date().getUTCFullYear()
  const row = await db.campaign.create({
    data: {
      name: 'Campagna di prova',
      startsOn: new Date(`${year}-01-01`),
      endsOn: new Date(`${year}-12-31`),
      targetCalls: 100,
      targetVisits: 20,
      ...overrides,
      id,
      promoters: { create: promoters.map((promoter) => ({ userId: promoter.id })) },
    },
  })
  const data = firms.map((firm, index) => {
    return { id: uuidv7(), campaignId: id, drawOrder: index + 1, ...assignment, firmId: firm.id }
  })
  await db.assignment.createMany({ data })
  const assignments = await db.assignment.findMany({ where: { campaignId: id }, orderBy: { drawOrder: 'asc' } })
  return { campaign: row, assignments }
}

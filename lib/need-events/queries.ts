import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

const who = { select: { name: true } } as const
const names = { select: { nameIt: true, nameEn: true } } as const

/** A referral is told when it leaves, and again when it is answered. */
export async function referralEvents(firmId: string, take: number) {
  await gate('firms.read')
  const whose = { need: { firmId } }
  const [sent, answered] = await Promise.all([
    db.referral.findMany({
      where: whose,
      orderBy: { sentAt: 'desc' },
      take,
      select: { id: true, sentAt: true, sentById: true, office: names, need: { select: { needType: names } } },
    }),
    db.referral.findMany({
      where: { ...whose, answeredAt: { not: null } },
      orderBy: { answeredAt: 'desc' },
      take,
      select: { id: true, answeredAt: true, answer: true, office: names, need: { select: { needType: names } } },
    }),
  ])
  const ids = [...new Set(sent.map((row) => row.sentById))]
  const people = new Map(
    (await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map((user) => [
      user.id,
      user.name,
    ]),
  )
  return [
    ...sent.map(({ sentAt, sentById, ...row }) => {
      return { kind: 'referral' as const, at: sentAt, user: { name: people.get(sentById) ?? '' }, ...row }
    }),
    ...answered.flatMap(({ answeredAt, ...row }) =>
      answeredAt ? [{ kind: 'answer' as const, at: answeredAt, ...row }] : [],
    ),
  ]
}

/** The steps of needs through their offices. */
export async function needMoveEvents(firmId: string, take: number) {
  await gate('firms.read')
  const rows = await db.activity.findMany({
    where: { firmId, verb: 'need.moved' },
    orderBy: { at: 'desc' },
    take,
    select: { id: true, at: true, subjectId: true, changes: true, user: who },
  })
  const ids = rows.flatMap((row) => row.subjectId ?? [])
  const needs = await db.need.findMany({ where: { id: { in: ids } }, select: { id: true, needType: names } })
  const types = new Map(needs.map((one) => [one.id, one.needType]))
  return rows.flatMap(({ subjectId, ...row }) => {
    const needType = subjectId ? types.get(subjectId) : undefined
    return needType ? [{ kind: 'needMove' as const, needType, ...row }] : []
  })
}

import 'server-only'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { simplify } from '@/lib/boundaries/rules'
import { type boundariesInput, outlinesIn } from '@/lib/boundaries/schema'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'

const KEY = 'boundaries'

/**
 * Puts these outlines, simplified, in the place of those loaded before; answers how many municipalities have one now and
 * how many have none. Throws `Refusal('boundariesFormat' | 'boundariesCodes' | 'boundariesPlace')`.
 */
export async function loadBoundaries(
  actor: Actor,
  { credit }: z.output<typeof boundariesInput>,
  text: string,
): Promise<{ loaded: number; missing: number }> {
  permit(actor, 'chamber.write')
  const known = await db.municipality.findMany({ select: { istatCode: true } })
  const codes = new Set(known.map(({ istatCode }) => istatCode))
  const outlines = simplify(outlinesIn(text, codes))
  const data = [...outlines].map(([istatCode, outline]) => ({
    istatCode,
    outline: outline.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
  }))
  await db.$transaction(async (tx) => {
    await tx.municipalBoundary.deleteMany()
    await tx.municipalBoundary.createMany({ data })
    await tx.setting.upsert({
      where: { key: KEY },
      create: { key: KEY, value: { credit } },
      update: { value: { credit } },
    })
    const changes = { municipalities: [null, data.length], credit: [null, credit] }
    await recordActivity(tx, actor, { verb: 'boundaries.loaded', changes })
  })
  return { loaded: data.length, missing: codes.size - data.length }
}

/** Goes back to the schematic map. Refuses where no boundaries are loaded (`notFound`). */
export async function removeBoundaries(actor: Actor): Promise<void> {
  permit(actor, 'chamber.write')
  await db.$transaction(async (tx) => {
    const { count } = await tx.municipalBoundary.deleteMany()
    if (!count) throw new Refusal('notFound')
    await tx.setting.deleteMany({ where: { key: KEY } })
    await recordActivity(tx, actor, { verb: 'boundaries.removed', changes: { municipalities: [count, null] } })
  })
}

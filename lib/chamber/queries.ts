import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { db } from '@/lib/db'

const chamber = z.object({ name: z.string().min(1) })

/** Name of the Chamber as its band and its sign-in page show it to everybody; asked once a request. */
export const chamberName = cache(async (): Promise<string> => {
  const row = await db.setting.findUnique({ where: { key: 'chamber' }, select: { value: true } })
  return chamber.safeParse(row?.value).data?.name ?? 'Camera di Commercio'
})

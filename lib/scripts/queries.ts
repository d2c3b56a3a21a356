import 'server-only'
import { db } from '@/lib/db'
import type { Stage } from '@/lib/scripts/rules'
import { gate } from '@/lib/session'

/** The texts a campaign has of its own, in one language; what is missing is said in the usual words. */
export async function scriptOf(campaignId: string, locale: string): Promise<Partial<Record<Stage, string>>> {
  await gate()
  const rows = await db.campaignScript.findMany({ where: { campaignId, locale }, select: { stage: true, text: true } })
  return Object.fromEntries(rows.map(({ stage, text }) => [stage, text]))
}

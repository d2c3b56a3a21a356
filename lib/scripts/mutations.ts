import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { STAGES } from '@/lib/scripts/rules'
import type { ScriptChange } from '@/lib/scripts/schema'

/**
 * Changes what callers of a campaign say, in one language; an empty text brings the usual words back. Stages that are
 * left out stay. Of two people who change the same stage the later one counts; the log keeps both texts. The same again
 * changes nothing. Throws `Refusal('notFound')`.
 */
export async function changeScript(actor: Actor, { campaignId, locale, texts }: ScriptChange): Promise<void> {
  permit(actor, 'campaigns.write')
  await db.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<unknown[]>`select from campaign where id = ${campaignId}::uuid for update`
    if (!found) throw new Refusal('notFound')
    const known = await tx.campaignScript.findMany({ where: { campaignId, locale } })
    const before = (stage: string) => known.find((script) => script.stage === stage)?.text ?? ''
    const changed = STAGES.filter((stage) => texts[stage] !== undefined && texts[stage] !== before(stage))
    if (changed.length === 0) return
    for (const stage of changed) {
      const text = texts[stage] ?? ''
      const which = { campaignId, stage, locale }
      if (!text) await tx.campaignScript.deleteMany({ where: which })
      else {
        await tx.campaignScript.upsert({
          where: { campaignId_stage_locale: which },
          create: { ...which, text },
          update: { text },
        })
      }
    }
    const pairs = changed.map((stage) => [stage, [before(stage) || null, texts[stage] || null]])
    const changes = { locale, ...Object.fromEntries(pairs) }
    await recordActivity(tx, actor, { verb: 'script.changed', subjectId: campaignId, changes })
  })
}

import 'server-only'
import type { z } from 'zod'
import { recordActivity } from '@/lib/activity'
import { db, type Tx } from '@/lib/db'
import { readAnswers, VALID_DAYS, validSince } from '@/lib/oppositions/rules'
import type { answerRef, oppositionChoice } from '@/lib/oppositions/schema'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { addDays, dayOf, momentOf } from '@/lib/today/rules'

/** Sets what oppositions mean to a campaign. The same again changes nothing. Throws `Refusal('notFound')`. */
export async function setOppositionRule(actor: Actor, input: z.output<typeof oppositionChoice>): Promise<void> {
  permit(actor, 'campaigns.write')
  const { campaignId: id, rule: opposition } = input
  await db.$transaction(async (tx) => {
    const before = await lockCampaign(tx, id)
    if (before.opposition === opposition) return
    await tx.campaign.update({ where: { id }, data: { opposition, version: { increment: 1 } } })
    const changes = { opposition: [before.opposition, opposition] }
    await recordActivity(tx, actor, { verb: 'opposition.ruleSet', subjectId: id, changes })
  })
}

/**
 * The numbers of a campaign that must be checked, one a line as the register's operator area takes them: national digits
 * without +39 and without blanks; those of firms still to be called, in their order, without a valid answer. Who took
 * how many is written down; no file is kept. Throws `Refusal('notFound' | 'nothingToCheck')`.
 */
export async function exportNumbers(actor: Actor, campaignId: string): Promise<string> {
  permit(actor, 'campaigns.write')
  return db.$transaction(async (tx) => {
    await lockCampaign(tx, campaignId)
    const [found] = await tx.$queryRaw<{ numbers: number; text: string | null }[]>`
      select count(*)::int numbers, string_agg(substr(e164, 4), E'\n' order by first) text from (
        select p.e164, min(a.draw_order) first from assignment a join firm f on f.id = a.firm_id
          join firm_phone p on p.firm_id = f.id left join phone_check k on k.e164 = p.e164
        where a.campaign_id = ${campaignId}::uuid and a.state in ('reserve', 'to_call', 'callback')
          and f.do_not_contact_since is null and f.status <> 'ceased' and p.struck_at is null and p.e164 like '+39%'
          and (k.checked_at is null or k.checked_at < ${validSince(new Date())})
        group by p.e164) asked`
    if (!found?.text) throw new Refusal('nothingToCheck')
    const changes = { numbers: found.numbers }
    await recordActivity(tx, actor, { verb: 'opposition.exported', subjectId: campaignId, changes })
    return `${found.text}\n`
  })
}

export type Imported = { checked: number; opposed: number; strangers: number; unread: number }

/**
 * Takes in the register's answer of that day: kept are the numbers that belong to a firm, and of two answers the later.
 * `strangers` are numbers nobody has; `unread` rows that say nothing. Throws `Refusal`: `notFound`,
 * `oppositionUnreadable` where not one row could be read, `oppositionDay` for a day to come or one more than fifteen
 * days ago.
 */
export async function importAnswers(
  actor: Actor,
  { campaignId, on }: z.output<typeof answerRef>,
  text: string,
): Promise<Imported> {
  permit(actor, 'campaigns.write')
  const today = dayOf(new Date())
  if (on > today || on < addDays(today, -VALID_DAYS)) throw new Refusal('oppositionDay')
  const { answers, unread } = readAnswers(text)
  if (answers.length === 0) throw new Refusal('oppositionUnreadable')
  return db.$transaction(async (tx) => {
    await lockCampaign(tx, campaignId)
    const [kept] = await tx.$queryRaw<{ checked: number; opposed: number }[]>`
      with told as (
        select t.e164, t.opposed from unnest(${answers.map(({ e164 }) => e164)}::text[],
          ${answers.map(({ opposed }) => opposed)}::boolean[]) t(e164, opposed)
        where exists (select from firm_phone p where p.e164 = t.e164)),
      kept as (
        insert into phone_check (e164, opposed, checked_at, updated_at)
        select e164, opposed, ${momentOf(on, '00:00')}, ${new Date()} from told
        on conflict (e164) do update set opposed = excluded.opposed, checked_at = excluded.checked_at,
          updated_at = excluded.updated_at
        where phone_check.checked_at <= excluded.checked_at)
      select count(*)::int checked, (count(*) filter (where opposed))::int opposed from told`
    const { checked = 0, opposed = 0 } = kept ?? {}
    const changes = { checkedOn: on, checked, opposed }
    await recordActivity(tx, actor, { verb: 'opposition.imported', subjectId: campaignId, changes })
    return { checked, opposed, strangers: answers.length - checked, unread }
  })
}

async function lockCampaign(tx: Tx, id: string) {
  await tx.$queryRaw`select id from campaign where id = ${id}::uuid for update`
  const found = await tx.campaign.findUnique({ where: { id }, select: { opposition: true } })
  if (!found) throw new Refusal('notFound')
  return found
}

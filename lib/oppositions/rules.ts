import Papa from 'papaparse'
import { addDays, dayOf, momentOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'
import type { OppositionRule } from '@/prisma/client/enums'

const { sql } = Prisma

/** An answer of the Registro pubblico delle opposizioni holds for so many days (d.P.R. 27 January 2022, no. 26, art. 8). */
export const VALID_DAYS = 15

export const OPPOSITION_RULES = ['off', 'warn', 'block'] as const satisfies OppositionRule[]

/** Answers given before this moment hold no longer: the day of the check does not count, the fifteenth still does. */
export const validSince = (now: Date): Date => momentOf(addDays(dayOf(now), -VALID_DAYS), '00:00')

export type CheckState = 'unchecked' | 'expired' | 'opposed' | 'clear'

/** Where a number stands; an opposition that ran out is no longer known to stand, and must be asked again. */
export function checkStateOf(check: { opposed: boolean; checkedAt: Date } | null, now: Date): CheckState {
  if (!check) return 'unchecked'
  if (check.checkedAt < validSince(now)) return 'expired'
  return check.opposed ? 'opposed' : 'clear'
}

/** A number is right, and the campaign's rule lets it be dialled. */
export const mayDial = (phone: { struck: boolean; state: CheckState }, rule: OppositionRule): boolean =>
  !phone.struck && (rule !== 'block' || phone.state === 'clear')

/** Of `firm f`: one of its numbers was checked in time, and is not opposed. */
const checked = (now: Date) => sql`exists (
  select from firm_phone n join phone_check k on k.e164 = n.e164
  where n.firm_id = f.id and n.struck_at is null and not k.opposed and k.checked_at >= ${validSince(now)})`

/** Of `firm f` and `campaign c`: the campaign's rule lets it be telephoned. */
export const unopposed = (now: Date) => sql`(c.opposition <> 'block' or ${checked(now)})`

/**
 * Of `firm f`: the rule of that campaign lets it be telephoned. The campaign is looked at once for a whole statement;
 * where it blocks and no answer at all is valid any more, no firm is looked at.
 */
export const unopposedIn = (campaignId: string, now: Date) => sql`(
  (select c.opposition <> 'block' from campaign c where c.id = ${campaignId}::uuid)
  or (exists (select from phone_check any_check where not any_check.opposed and any_check.checked_at >= ${validSince(now)})
    and ${checked(now)}))`

/** Of `firm f`: no valid answer is known of one of its numbers. */
export const awaitsCheck = (now: Date) => sql`exists (
  select from firm_phone n left join phone_check k on k.e164 = n.e164
  where n.firm_id = f.id and n.struck_at is null and (k.e164 is null or k.checked_at < ${validSince(now)}))`

export type Answer = { e164: string; opposed: boolean }

const OPPOSED = ['1', 's', 'si', 'y', 'yes', 'true', 'iscritto', 'iscritta', 'opposto', 'opposta', 'presente']
const CLEAR = [
  '0',
  'n',
  'no',
  'false',
  'non iscritto',
  'non iscritta',
  'non opposto',
  'non presente',
  'libero',
  'assente',
]

/** +39 before a national number of 6 to 11 digits; null for anything else. */
function numberIn(cell: string): string | null {
  const digits = cell.replace(/[\s./-]/g, '').replace(/^(\+|00)39/, '')
  return /^[03]\d{5,10}$/.test(digits) ? `+39${digits}` : null
}

function outcomeIn(cell: string): boolean | null {
  const word = cell.trim().toLowerCase().replace('ì', 'i').replaceAll('_', ' ')
  if (OPPOSED.includes(word)) return true
  return CLEAR.includes(word) ? false : null
}

/**
 * The register's answer: a CSV whose rows hold a number and whether it is opposed, in this order or the other, separated
 * by semicolon, comma or tab. The operator's area describes no fixed layout that is public, so the usual words are
 * understood (sì/no, 1/0, iscritto/non iscritto, …). A number told twice counts as opposed where one row says so.
 * `unread`: rows with anything else, the heading included.
 */
export function readAnswers(text: string): { answers: Answer[]; unread: number } {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' })
  const told = new Map<string, boolean>()
  let unread = 0
  for (const cells of data) {
    const e164 = cells.map(numberIn).find((number) => number !== null)
    const opposed = cells.map(outcomeIn).find((outcome) => outcome !== null)
    if (!e164 || opposed === undefined || opposed === null) unread += 1
    else told.set(e164, opposed || (told.get(e164) ?? false))
  }
  return { answers: [...told].map(([e164, opposed]) => ({ e164, opposed })), unread }
}

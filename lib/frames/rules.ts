import { STRATIFIERS, type Stratifier, WHOLE } from '@/lib/draws/rules'
import { firmWhere } from '@/lib/firm-search/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { REACHABLE_NUMBERS } from '@/lib/leases/rules'
import { validSince } from '@/lib/oppositions/rules'
import { addMonths, boundsOf, dayOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'
import type { OppositionRule } from '@/prisma/client/enums'

const { sql } = Prisma

/** Where a firm of the frame ends up when a campaign is made, in the order in which the reasons are looked at. */
export const PLACES = [
  'listed',
  'ceased',
  'notActive',
  'doNotContact',
  'noPhone',
  'opposed',
  'coolOff',
  'otherCampaign',
] as const
export type Place = (typeof PLACES)[number]

/** Which firms: those of a filter, or those of a list of tax codes and partite IVA (11 digits or 16 characters). */
export type Frame = { filter: FirmFilter; codes?: string[]; coolOffMonths: number; opposition?: OppositionRule }

/** States in which another open campaign still has something to do with a firm. */
const BUSY = sql`('reserve', 'to_call', 'callback', 'appointment')`

/** A status somebody asks for by name is wanted; so is every living firm that was named by its tax code. */
const wanted = ({ filter, codes }: Frame) => (codes || filter.status ? sql`true` : sql`f.status = 'active'`)

const chosen = ({ filter, codes }: Frame) => (codes ? sql`f.id in (select id from named)` : firmWhere(filter))

/** Before `places`, each looked up once for all its parts: firms named by their tax code; firms that are opposed. */
const lookedUp = ({ codes, opposition }: Frame, now: Date) => sql`
  ${
    codes
      ? sql`named as materialized (select id from firm where codice_fiscale = any(${codes}::text[])
          union select id from firm where partita_iva = any(${codes}::text[])), `
      : Prisma.empty
  }${opposition === 'block' ? sql`opposed as materialized (${allOpposed(now)}), ` : Prisma.empty}`

/**
 * Firms whose every number is known to be in the register of oppositions, where the campaign blocks these. Numbers not
 * asked about lately stay in the frame: they are asked about before they are called.
 */
const allOpposed = (now: Date) => sql`
  select p.firm_id from firm_phone p left join phone_check k on k.e164 = p.e164
  where p.struck_at is null and p.e164 is not null
  group by 1 having bool_and(coalesce(k.opposed and k.checked_at >= ${validSince(now)}, false))`

const opposed = ({ opposition }: Frame) =>
  opposition === 'block' ? isIn(sql`select firm_id from opposed`) : sql`false`

/** Firms that refused less than so many months ago, in whole Italian days and in whatever campaign. */
const cooling = ({ coolOffMonths }: Frame, now: Date) => sql`
  select c.firm_id from call c where c.outcome = 'refused'
    and c.at >= ${boundsOf(addMonths(dayOf(now), -coolOffMonths)).to}`

/** Firms with which another open campaign still has something to do. */
const ELSEWHERE = sql`
  select a.firm_id from campaign o join assignment a on a.campaign_id = o.id
    where o.status <> 'closed' and a.state in ${BUSY}
  union all select unnest(b.firm_ids) from campaign o join campaign_batch b on b.campaign_id = o.id
    where o.status <> 'closed'`

const isIn = (set: Prisma.Sql) => sql`exists (select from (${set}) s where s.firm_id = f.id)`
const isNotIn = (set: Prisma.Sql) => sql`not ${isIn(set)}`

/** Of `firm f`, in the order of `PLACES`: what leaves it out, and the same the other way round. */
const reasons = (frame: Frame, now: Date): [Place, Prisma.Sql, Prisma.Sql][] => [
  ['ceased', sql`f.status = 'ceased'`, sql`f.status <> 'ceased'`],
  ['notActive', sql`not (${wanted(frame)})`, wanted(frame)],
  ['doNotContact', sql`f.do_not_contact_since is not null`, sql`f.do_not_contact_since is null`],
  ['noPhone', isNotIn(REACHABLE_NUMBERS), isIn(REACHABLE_NUMBERS)],
  ['opposed', opposed(frame), sql`not ${opposed(frame)}`],
  ['coolOff', isIn(cooling(frame, now)), isNotIn(cooling(frame, now))],
  ['otherCampaign', isIn(ELSEWHERE), isNotIn(ELSEWHERE)],
]

/**
 * `places`: each firm of the frame and its place. A part for each place, and not one `case`: half a million firms are
 * then held against each set as a whole and by several processors, and who asks for one place looks at no other.
 */
export function places(frame: Frame, now: Date): Prisma.Sql {
  const all = reasons(frame, now)
  const passed = (so: number) => all.slice(0, so).map(([, , isNot]) => isNot)
  const part = (place: Place, conditions: Prisma.Sql[]) => sql`
    select f.id, f.codice_fiscale, f.sector_id, f.size_class, f.municipality_code, ${Prisma.raw(`'${place}'`)} place
    from firm f where ${Prisma.join([chosen(frame), ...conditions], ' and ')}`
  const parts = all.map(([place, is], at) => part(place, [...passed(at), is]))
  return sql`${lookedUp(frame, now)}places as (${Prisma.join([part('listed', passed(all.length)), ...parts], ' union all ')})`
}

const VALUES: Record<Stratifier, Prisma.Sql> = {
  sector: sql`f.sector_id::text`,
  size: sql`f.size_class::text`,
  municipality: sql`coalesce(f.municipality_code, '')`,
  province: sql`coalesce((select m.province from municipality m where m.istat_code = f.municipality_code), '')`,
}

/** Key of the cell of `firm f`: its values, in the order of `STRATIFIERS`, joined by `/`. */
export function cellKey(by: Stratifier[]): Prisma.Sql {
  const values = STRATIFIERS.filter((one) => by.includes(one)).map((one) => VALUES[one])
  return values.length ? Prisma.join(values, " || '/' || ") : sql`${WHOLE}::text`
}

/** How many firms are in each place, those of the frame by cell and sector: one look at the register. */
export const placesCounted = (frame: Frame, by: Stratifier[], now: Date): Prisma.Sql => sql`
  with ${places(frame, now)}
  select f.place, case when f.place = 'listed' then ${cellKey(by)} end cell,
    case when f.place = 'listed' then f.sector_id end "sectorId", count(*)::int count
  from places f group by 1, 2, 3`

/**
 * Permanent random number of `firm f`: the order in which firms are drawn and called. MD5 of seed and codice fiscale, both
 * the same everywhere, so that seed and frame alone decide; C collation, so that the database's language does not.
 */
export const luck = (seed: number) => sql`md5(${String(seed)} || ':' || f.codice_fiscale) collate "C"`

/**
 * A text above the permanent random numbers of the first `count` of `firms`: their expected share and eight standard
 * deviations more, which is exceeded once in 10^15 draws.
 */
export function luckBelow(count: number, firms: number): string {
  const share = (count + 8 * Math.sqrt(count) + 32) / firms
  // After every hexadecimal digit.
  return share >= 1
    ? 'g'
    : Math.floor(share * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
}

import { SPOKEN as SPOKEN_OUTCOMES } from '@/lib/calls/rules'
import {
  bits,
  type ChainedTable,
  emptyTable,
  int,
  type Layout,
  moment,
  placeIn,
  SMALL,
  small,
  type Table,
} from '@/lib/evidence/columns'
import { Draft } from '@/lib/evidence/draft'
import { SIZES } from '@/lib/insight/schema'

/**
 * What is copied: the columns of each table in memory, and the query whose rows fill them, in the same order and never
 * null. References are the serials of what they refer to (`placeIn`: the place of its row), 0 for none. Tables with a
 * `firm` are chained by it.
 */
export type Fact<L extends Layout = Layout> = {
  layout: L
  /** Whether rows of the same moment are told apart by their ids. */
  ids: boolean
  /** The row of the table that is stamped, in `query`. */
  row: string
  /** `f` is the firm, and `place` SQL for where it is kept. */
  query: (place: string) => string
  /** In which order they are read where all are: rows that are looked at together come together. */
  order?: string
}

/** Bits of what a firm is or was, in calls, visits and firms alike. */
export const THERE = 1
export const YOUNG = 2
export const FEMALE = 4
export const FOREIGN = 8
/** Three bits: the place of the size class in `SIZES`. */
export const SIZE_FROM = 4
export const SIZE = 7 << SIZE_FROM
/** All that `TRAITS` sieves by. */
export const TRAITS = 127
/** Two bits: the digital level told, 1 and up in the order of `DIGITAL`; 0 where none was. */
export const LEVEL_FROM = 7
export const DIGITAL = ['none', 'email', 'website'] as const
export const levelIn = (was: number) => (was >> LEVEL_FROM) & 3
/** Set, in part, where a level was told. */
export const LEVEL = 3 << LEVEL_FROM
export const SPOKEN = 1 << 9
export const APPOINTMENT = 1 << 10
export const ACTIVE = 1 << 9
/** Bits of an assignment and of a need. */
export const LISTED_AT = 1
export const TAKEN_UP = 2
export const MET = 4
export const OPEN = 8
/** At a visit or on the phone. */
export const SAID = 16
export const SAID_AT_VISIT = 32
/** `due` of a need that has no such day. */
export const NEVER_DUE = 2_147_483_647
export const NOT_TAKEN_UP = SMALL - 1

const cases = (column: string, values: readonly string[], from: number, step: number) =>
  `case ${column} ${values.map((value, i) => `when '${value}' then ${(i + from) * step}`).join(' ')} else 0 end`
const traits = (row: string) =>
  `${THERE} + case when ${row}.young then ${YOUNG} else 0 end + case when ${row}.female then ${FEMALE} else 0 end
    + case when ${row}."foreign" then ${FOREIGN} else 0 end + ${cases(`${row}.size_class`, SIZES, 0, 1 << SIZE_FROM)}`
const level = (row: string) => cases(`${row}.digital_level`, DIGITAL, 1, 1 << LEVEL_FROM)
const flag = (when: string, bit: number) => `case when ${when} then ${bit} else 0 end`
const SPOKE = `(${SPOKEN_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')})`
/** A Monday: days are counted from it, in Italy, as far as a `small` goes (to 2069); what lies beyond is put at the ends. */
export const FIRST_MONDAY = '1980-01-07'
const day = (at: string) =>
  `least(greatest((${at} at time zone 'Europe/Rome')::date - date '${FIRST_MONDAY}', 0), ${SMALL - 1})::int2`
const HOURS = `case when n.taken_up_at is null then ${NOT_TAKEN_UP}
  else least(greatest(floor(extract(epoch from n.taken_up_at - n.recorded_at) / 3600), 0), ${NOT_TAKEN_UP - 1}) end::int2`
/** A firm as it was that day, and who was there when. */
const deed = (row: string, place: string) =>
  `${place}, ${row}.at, ${day(`${row}.at`)}, k.serial, u.serial, s.serial, coalesce(m.serial, 0)::int2`
const ofDeed = (row: string) => `
  join firm f on f.id = ${row}.firm_id join campaign k on k.id = ${row}.campaign_id
  join app_user u on u.id = ${row}.user_id join sector s on s.id = ${row}.sector_id
  left join municipality m on m.istat_code = ${row}.municipality_code`

const DEED = {
  bits,
  firm: int,
  at: moment,
  day: small,
  campaign: small,
  user: small,
  sector: small,
  municipality: small,
}

const fact = <L extends Layout>(one: Fact<L>) => one

export const FACTS = {
  firms: fact({
    layout: { bits, sector: small, municipality: small },
    ids: false,
    row: 'f',
    query: (place) => `select ${place}, (${traits('f')} + ${flag(`f.status = 'active'`, ACTIVE)})::int2, s.serial,
      coalesce(m.serial, 0)::int2
      from firm f join sector s on s.id = f.sector_id left join municipality m on m.istat_code = f.municipality_code`,
  }),
  /** `listed` in bits: not a reserve. `stratum`: its position in the campaign and 1; 0 for none. */
  assignments: fact({
    layout: { bits, firm: int, campaign: small, stratum: small },
    ids: false,
    row: 'a',
    query: (
      place,
    ) => `select a.serial, (${THERE} + ${flag(`a.state <> 'reserve'`, 1 << LISTED_AT)})::int2, ${place}, k.serial,
      coalesce(s.position + 1, 0)::int2
      from assignment a join firm f on f.id = a.firm_id join campaign k on k.id = a.campaign_id
        left join campaign_stratum s on s.campaign_id = a.campaign_id and s.key = a.stratum`,
  }),
  calls: fact({
    layout: DEED,
    ids: true,
    row: 'c',
    query: (place) => `select c.serial, (${traits('c')} + ${level('c')} + ${flag(`c.outcome in ${SPOKE}`, SPOKEN)}
      + ${flag(`c.outcome = 'appointment'`, APPOINTMENT)})::int2, ${deed('c', place)}, c.id from call c ${ofDeed('c')}`,
  }),
  /** `first`: where its services begin in `presented`. */
  visits: fact({
    layout: { ...DEED, first: int },
    ids: true,
    row: 'v',
    query: (place) => `select v.serial, (${traits('v')} + ${level('v')})::int2, ${deed('v', place)}, 0::int4, v.id
      from visit v ${ofDeed('v')}`,
  }),
  /** `due`: days since 2000. `hours`: whole ones until it was taken up, as far as a `small` goes; or `NOT_TAKEN_UP`. */
  needs: fact({
    layout: {
      ...{ bits, firm: int, day: small, hours: small, due: int },
      ...{ visit: placeIn('visits'), call: placeIn('calls') },
      ...{ campaign: small, user: small, type: small },
    },
    ids: false,
    row: 'n',
    query: (place) => `select n.serial, (${THERE}
      + ${flag(`n.taken_up_at is not null or n.status in ('taken_up','in_progress','waiting','met')`, TAKEN_UP)}
      + ${flag(`n.status = 'met'`, MET)} + ${flag(`n.status not in ('met','not_met','withdrawn')`, OPEN)}
      + ${flag('coalesce(n.visit_id, n.call_id) is not null', SAID)}
      + ${flag('n.visit_id is not null', SAID_AT_VISIT)})::int2,
      ${place}, ${day('n.recorded_at')}, ${HOURS},
      coalesce(n.due_on - date '2000-01-01', ${NEVER_DUE}),
      coalesce(v.serial, 0), coalesce(c.serial, 0), coalesce(k.serial, 0)::int2, u.serial, t.serial
      from need n join firm f on f.id = n.firm_id join app_user u on u.id = n.recorded_by_id
        join need_type t on t.id = n.need_type_id left join campaign k on k.id = n.campaign_id
        left join visit v on v.id = n.visit_id left join call c on c.id = n.call_id`,
  }),
  /** Read anew with its visit; serial is the visit's. Three answers of two bits each: 0 not said, 1 no, 2 yes. */
  presented: fact({
    layout: { bits, service: small, next: int },
    ids: false,
    row: 'v',
    query: () => `select v.serial, (${THERE}
      + ${['known_before', 'used_before', 'interested'].map((name, i) => answer(`p.${name}`, i)).join(' + ')})::int2,
      e.serial, 0::int4
      from visit v join visit_service p on p.visit_id = v.id join service e on e.id = p.service_id
        join firm f on f.id = v.firm_id`,
    order: 'f.serial, v.at, v.id',
  }),
}

function answer(column: string, place: number) {
  return `case ${column} when true then ${2 << (1 + 2 * place)} when false then ${1 << (1 + 2 * place)} else 0 end`
}

export type FactName = keyof typeof FACTS
type LayoutOf<N extends FactName> = (typeof FACTS)[N]['layout']
export type Facts = {
  [N in FactName]: 'firm' extends keyof LayoutOf<N> ? ChainedTable<LayoutOf<N>> : Table<LayoutOf<N>>
}
export type Deeds = ChainedTable<typeof DEED>
export const FACT_NAMES = Object.keys(FACTS) as FactName[]

const each = <T>(of: (name: FactName) => T) => Object.fromEntries(FACT_NAMES.map((name) => [name, of(name)]))

export const noFacts = () => each((name) => emptyTable<Layout>(FACTS[name].layout, FACTS[name].ids)) as Facts
export type Drafts = { [N in FactName]: Draft<LayoutOf<N>> }
/** `whole`: whether all rows of all tables come. */
export function draftsOf(facts: Facts, whole: boolean): Drafts {
  const placeOf = (table: string, serial: number) => drafts[table as FactName].placeOf(serial)
  const drafts = each((name) => new Draft<Layout>(FACTS[name].layout, facts[name], whole, placeOf)) as Drafts
  return drafts
}
export const factsOf = (drafts: Drafts) => each((name) => (drafts[name] as Draft<Layout>).done()) as Facts

import 'server-only'
import type { CallParams, NeedParams, VisitParams } from '@/lib/api/params'
import { db } from '@/lib/db'
import { firmWhere } from '@/lib/firm-search/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { OPEN } from '@/lib/needs/rules'
import { gate } from '@/lib/session'
import { boundsOf, dayOf, momentOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql, join, raw, empty } = Prisma

/** Rows after the one of this id, so many at most. `personal` adds what is about people. */
export type Reading = { after?: string; limit: number; personal: boolean }
type Row = { id: string } & Record<string, unknown>

const all = (conditions: Prisma.Sql[]) => join([sql`true`, ...conditions], ' and ')
const some = (column: string, values: string[] | undefined, type: string) =>
  values ? [sql`${raw(column)} = any(${values}::${raw(type)}[])`] : []

/** By id, which never changes: a row that is saved meanwhile is neither lost nor told twice. */
const onwards = (row: string, { after }: Reading) => (after ? [sql`${raw(row)}.id > ${after}::uuid`] : [])
const since = (row: string, updatedSince: string | undefined) =>
  updatedSince ? [sql`${raw(row)}.updated_at >= ${new Date(updatedSince)}`] : []
const inDays = (column: string, { from, to }: { from?: string; to?: string }) => [
  ...(from ? [sql`${raw(column)} >= ${momentOf(from, '00:00')}`] : []),
  ...(to ? [sql`${raw(column)} < ${boundsOf(to).to}`] : []),
]
const only = (wanted: boolean, columns: Prisma.Sql) => (wanted ? sql`, ${columns}` : empty)

const SNAPSHOT = (row: string) =>
  raw(`
  ${row}.sector_id as "sectorId", s.code as sector, s.name_it as "sectorIt", s.name_en as "sectorEn",
  ${row}.municipality_code as "municipalityCode", ${row}.size_class as "sizeClass",
  ${row}.young, ${row}.female, ${row}."foreign"`)
const LISTS = (row: string) =>
  raw(`
  join sector s on s.id = ${row}.sector_id left join municipality m on m.istat_code = ${row}.municipality_code`)

/** Firms by id. Contact data are told with `personal` alone, and never of a firm that must not be contacted. */
export async function readFirms(filter: FirmFilter, reading: Reading & { updatedSince?: string }) {
  await gate('firms.read')
  const where = all([firmWhere(filter), ...since('f', reading.updatedSince), ...onwards('f', reading)])
  const { personal } = reading
  const contactable = sql`f.do_not_contact_since is null`
  return db.$queryRaw<Row[]>`
    select f.id, case when ${personal} or f.codice_fiscale ~ '^\\d{11}$' then f.codice_fiscale end as "taxCode",
      f.partita_iva as vat, f.rea_province as "reaProvince", f.rea_number as "reaNumber", f.name,
      f.legal_form as "legalForm", f.status, f.registered_on::text as "registeredOn",
      f.started_on::text as "startedOn", f.ceased_on::text as "ceasedOn", f.ateco, f.ateco_version as "atecoVersion",
      ${SNAPSHOT('f')}, coalesce(m.name, f.municipality_name) as municipality, f.province, f.address, f.postcode,
      f.employees_dependent as "employeesDependent", f.employees_independent as "employeesIndependent", f.artisan,
      f.digital_level as "digitalLevel", not ${contactable} as "doNotContact", f.website, f.updated_at as "updatedAt"
      ${only(
        personal,
        sql`case when ${contactable} then f.pec end as pec, case when ${contactable} then f.email end as email,
        array(select e164 from firm_phone p where ${contactable} and p.firm_id = f.id and struck_at is null
          and e164 is not null order by source desc, position) as phones,
        coalesce((select json_agg(json_build_object('name', c.name, 'role', c.role, 'phone', c.phone, 'email', c.email)
          order by c.id) from contact c where ${contactable} and c.firm_id = f.id), '[]') as contacts`,
      )}
    from firm f ${LISTS('f')} where ${where} order by f.id limit ${reading.limit}`
}

const wasThen = (row: string, params: CallParams | VisitParams) => [
  ...some(`${row}.sector_id`, params.sector, 'uuid'),
  ...some(`${row}.municipality_code`, params.municipality, 'text'),
  ...some(`${row}.size_class`, params.size, 'size_class'),
  ...some(`${row}.campaign_id`, params.campaign, 'uuid'),
  ...inDays(`${row}.at`, params),
  ...(['young', 'female', 'foreign'] as const).flatMap((flag) => (params[flag] ? [raw(`${row}."${flag}"`)] : [])),
  ...since(row, params.updatedSince),
]
const DEED = (row: string) =>
  raw(`${row}.id, ${row}.firm_id as "firmId", ${row}.campaign_id as "campaignId",
  ${row}.user_id as "promoterId", ${row}.at, ${row}.digital_level as "digitalLevel", ${row}.updated_at as "updatedAt"`)

export async function readCalls(params: CallParams, reading: Reading) {
  await gate('firms.read')
  const where = all([
    ...wasThen('c', params),
    ...some('c.outcome', params.outcome, 'call_outcome'),
    ...onwards('c', reading),
  ])
  return db.$queryRaw<Row[]>`
    select ${DEED('c')}, c.seconds, c.outcome, c.callback_at as "callbackAt", ${SNAPSHOT('c')}, m.name as municipality
      ${only(reading.personal, sql`case when f.do_not_contact_since is null then c.phone end as phone`)}
    from call c join firm f on f.id = c.firm_id ${LISTS('c')} where ${where} order by c.id limit ${reading.limit}`
}

export async function readVisits(params: VisitParams, reading: Reading) {
  await gate('firms.read')
  const where = all([...wasThen('v', params), ...onwards('v', reading)])
  return db.$queryRaw<Row[]>`
    select ${DEED('v')}, v.minutes, v.place, v.digital_tools as "digitalTools", v.digital_obstacle as "digitalObstacle",
      v.interest, v.follow_up as "followUp", ${SNAPSHOT('v')}, m.name as municipality,
      coalesce((select json_agg(json_build_object('service', e.code, 'knownBefore', p.known_before,
        'usedBefore', p.used_before, 'interested', p.interested) order by e.position, e.id)
        from visit_service p join service e on e.id = p.service_id where p.visit_id = v.id), '[]') as services
    from visit v ${LISTS('v')} where ${where} order by v.id limit ${reading.limit}`
}

/** Needs by id; overdue as of now, in Italian days. */
export async function readNeeds(params: Omit<NeedParams, 'limit' | 'cursor'>, reading: Reading, now = new Date()) {
  await gate('needs.read')
  const where = all([
    ...some('n.campaign_id', params.campaign, 'uuid'),
    ...some('n.need_type_id', params.type, 'uuid'),
    ...some('n.office_id', params.office, 'uuid'),
    ...some('n.status', params.status, 'need_status'),
    ...some('n.priority', params.priority, 'need_priority'),
    ...(params.overdue ? [sql`n.due_on < ${dayOf(now)}::date and n.status = any(${[...OPEN]}::need_status[])`] : []),
    ...inDays('n.recorded_at', params),
    ...since('n', params.updatedSince),
    ...onwards('n', reading),
  ])
  return db.$queryRaw<Row[]>`
    select n.id, n.firm_id as "firmId", f.name as firm, f.municipality_code as "municipalityCode",
      coalesce(m.name, f.municipality_name) as municipality, n.campaign_id as "campaignId",
      n.need_type_id as "needTypeId", t.code as need, t.name_it as "needIt", t.name_en as "needEn", n.priority,
      n.status, o.name_it as "officeIt", o.name_en as "officeEn", n.call_id as "callId", n.visit_id as "visitId",
      n.recorded_at as "recordedAt", n.taken_up_at as "takenUpAt", n.closed_at as "closedAt", n.due_on::text as "dueOn",
      n.updated_at as "updatedAt" ${only(reading.personal, sql`n.words`)}
    from need n join firm f on f.id = n.firm_id join need_type t on t.id = n.need_type_id
      left join office o on o.id = n.office_id left join municipality m on m.istat_code = f.municipality_code
    where ${where} order by n.id limit ${reading.limit}`
}

/** Campaigns, sectors, types of need, services, offices, municipalities: what the ids in rows and filters mean. */
export async function readLists() {
  await gate('firms.read')
  const select = { id: true, code: true, nameIt: true, nameEn: true, retired: true } as const
  const orderBy = { position: 'asc' } as const
  const [campaigns, sectors, needTypes, services, offices, municipalities] = await Promise.all([
    db.$queryRaw`select id, name, kind, status, starts_on::text as "startsOn", ends_on::text as "endsOn"
      from campaign order by starts_on desc, id`,
    db.sector.findMany({ select, orderBy }),
    db.needType.findMany({ select, orderBy }),
    db.service.findMany({ select, orderBy }),
    db.office.findMany({ select, orderBy }),
    db.municipality.findMany({ select: { istatCode: true, name: true, province: true }, orderBy: { name: 'asc' } }),
  ])
  return { campaigns, sectors, needTypes, services, offices, municipalities }
}

import 'server-only'
import { SPOKEN } from '@/lib/calls/rules'
import type { Tx } from '@/lib/db'
import { SIZE_CLASSES } from '@/lib/firms/rules'
import type { Counted, Label } from '@/lib/open-data/rules'
import { boundsOf } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

type Cell = { row: string; column: string | null; firms: number }
type Reader = Pick<Tx, '$queryRaw' | 'sector' | 'needType' | 'municipality'>

const SIZES: Label[] = [
  { code: 'staff_0_1', nameIt: '0–1 addetti', nameEn: '0–1 staff' },
  { code: 'staff_2_9', nameIt: '2–9 addetti', nameEn: '2–9 staff' },
  { code: 'staff_10_49', nameIt: '10–49 addetti', nameEn: '10–49 staff' },
  { code: 'staff_50_plus', nameIt: '50 addetti e oltre', nameEn: '50 staff and more' },
  { code: 'unknown', nameIt: 'non noti', nameEn: 'not known' },
]
const LEVELS: Label[] = [
  { code: 'email', nameIt: 'E-mail, senza sito', nameEn: 'E-mail, no website' },
  { code: 'website', nameIt: 'Sito web', nameEn: 'Website' },
  { code: 'none', nameIt: 'Nessuna connessione', nameEn: 'No connection' },
]
const STEPS: Label[] = [
  { code: 'tried', nameIt: 'Imprese tentate', nameEn: 'Firms tried' },
  { code: 'contacted', nameIt: 'Imprese contattate', nameEn: 'Firms contacted' },
  { code: 'visited', nameIt: 'Imprese visitate', nameEn: 'Firms visited' },
  { code: 'with_needs', nameIt: 'Imprese visitate con bisogni', nameEn: 'Visited firms with needs' },
  { code: 'taken_up', nameIt: 'Imprese con bisogni presi in carico', nameEn: 'Firms with needs taken up' },
  { code: 'met', nameIt: 'Imprese con bisogni soddisfatti', nameEn: 'Firms with needs met' },
]
const VISITED: Label = { code: 'visited', nameIt: 'Imprese visitate', nameEn: 'Firms visited' }
const CONTACTED: Label = { code: 'contacted', nameIt: 'Imprese contattate', nameEn: 'Firms contacted' }
const UNKNOWN: Label = { code: 'unknown', nameIt: 'Altri comuni o non noto', nameEn: 'Elsewhere or not known' }

function line(label: Label, rows: Label[], cells: Cell[], column: string | null) {
  const counts = rows.map(({ code }) => {
    return cells.filter((one) => one.column === column && one.row === code).reduce((sum, { firms }) => sum + firms, 0)
  })
  return { ...label, counts }
}

/**
 * All tables of the open data as of the end of a day in Italy (YYYY-MM-DD), over all campaigns, nothing held back yet.
 * Each firm is where its last evidence up to that day put it.
 */
export async function countTables(tx: Reader, closedOn: string): Promise<Counted[]> {
  const until = boundsOf(closedOn).to
  const label = { code: true, nameIt: true, nameEn: true } as const
  const orderBy = { position: 'asc' } as const
  const sectors = await tx.sector.findMany({ select: label, orderBy })
  const types = await tx.needType.findMany({ select: label, orderBy })
  const places = await tx.municipality.findMany({ select: { istatCode: true, name: true }, orderBy: { name: 'asc' } })
  const visited = sql`
    visits as materialized (select id, firm_id, campaign_id, at, sector_id, size_class from visit where at < ${until}),
    firms as (select distinct on (firm_id) firm_id, sector_id, size_class from visits order by firm_id, at desc, id desc),
    asked as (
      select distinct n.firm_id, n.need_type_id
      from need n join (select distinct firm_id, campaign_id from visits) v
        on v.firm_id = n.firm_id and v.campaign_id = n.campaign_id
      where (n.visit_id is not null or n.call_id is not null) and n.recorded_at < ${until})`
  const needsBy = (row: Prisma.Sql) => tx.$queryRaw<Cell[]>`
    with ${visited}
    select ${row} as row, null as column, count(*)::int firms
      from firms f join sector s on s.id = f.sector_id group by 1
    union all
    select ${row}, t.code, count(*)::int
      from asked a join firms f using (firm_id) join sector s on s.id = f.sector_id
        join need_type t on t.id = a.need_type_id group by 1, 2`
  const bySector = await needsBy(sql`s.code`)
  const bySize = await needsBy(sql`f.size_class::text`)
  const levels = await tx.$queryRaw<Cell[]>`
    select s.code as row, t.digital_level::text as column, count(*)::int firms
    from (
      select distinct on (firm_id) firm_id, sector_id, digital_level from (
        select id, firm_id, at, sector_id, digital_level from call where digital_level is not null and at < ${until}
        union all
        select id, firm_id, at, sector_id, digital_level from visit where digital_level is not null and at < ${until}
      ) said order by firm_id, at desc, id desc) t join sector s on s.id = t.sector_id
    group by 1, 2`
  const contacts = await tx.$queryRaw<Cell[]>`
    with met as (
      select firm_id, at, id, municipality_code, false visited from call where outcome = any(${SPOKEN}::call_outcome[]) and at < ${until}
      union all
      select firm_id, at, id, municipality_code, true from visit where at < ${until}),
    firms as (
      select distinct on (firm_id) firm_id, coalesce(municipality_code, 'unknown') as row
      from met order by firm_id, at desc, id desc)
    select row, null as column, count(*)::int firms from firms group by 1
    union all
    select row, 'visited', count(*)::int from firms
      where firm_id in (select firm_id from met where visited) group by 1`
  const steps = await tx.$queryRaw<Cell[]>`
    with ${visited}, outcome as (
      select n.firm_id, bool_or(n.taken_up_at < ${until}) taken_up,
        bool_or(n.status = 'met' and n.closed_at < ${until}) met
      from need n join asked a on a.firm_id = n.firm_id and a.need_type_id = n.need_type_id
      where n.recorded_at < ${until} group by 1)
    select * from (values
      ('tried', (select count(distinct firm_id)::int from (
        select firm_id from call where at < ${until} union all select firm_id from visits) tried)),
      ('contacted', (select count(distinct firm_id)::int from (
        select firm_id from call where outcome = any(${SPOKEN}::call_outcome[]) and at < ${until}
        union all select firm_id from visits) spoken)),
      ('visited', (select count(*)::int from firms)),
      ('with_needs', (select count(*)::int from outcome)),
      ('taken_up', (select count(*)::int from outcome where taken_up)),
      ('met', (select count(*)::int from outcome where met))) s(row, firms)`
  const municipalities = [...places.map((p) => ({ code: p.istatCode, nameIt: p.name, nameEn: p.name })), UNKNOWN]
  const sizes = SIZE_CLASSES.flatMap((code) => SIZES.filter((size) => size.code === code))
  const needs = (id: 'needs-by-sector' | 'needs-by-size', rows: Label[], cells: Cell[]): Counted => {
    const columns = types.map((type) => line(type, rows, cells, type.code))
    return { id, sums: true, rows, base: line(VISITED, rows, cells, null), columns }
  }
  return [
    needs('needs-by-sector', sectors, bySector),
    needs('needs-by-size', sizes, bySize),
    {
      id: 'digital-by-sector',
      sums: true,
      rows: sectors,
      columns: LEVELS.map((level) => line(level, sectors, levels, level.code)),
    },
    {
      id: 'contacts-by-municipality',
      sums: true,
      rows: municipalities,
      base: line(CONTACTED, municipalities, contacts, null),
      columns: [line(VISITED, municipalities, contacts, 'visited')],
    },
    {
      id: 'programme',
      sums: false,
      rows: STEPS,
      columns: [
        line(
          { code: 'firms', nameIt: 'Imprese', nameEn: 'Firms' },
          STEPS,
          steps.map((s) => ({ ...s, column: 'firms' })),
          'firms',
        ),
      ],
    },
  ]
}

import {
  type Answer,
  type BehindInput,
  type Group,
  type InsightFilter,
  type Standing,
  type Step,
  secondFilter,
} from '@/lib/insight/schema'
import { addDays } from '@/lib/today/rules'
import { Prisma } from '@/prisma/client/client'
import { all, answers, asked, needs, presented, reach, TRUE, visited } from './evidence-in-sql'

const { sql, raw, empty } = Prisma

const STEP_COLUMN: Record<Step, string> = {
  listed: 'listed',
  tried: 'tried',
  contacted: 'contacted',
  appointment: 'appointment',
  visited: 'visited',
  withNeeds: 'with_needs',
  takenUp: 'taken_up',
  met: 'met',
}
const STANDING_COLUMN: Record<Standing, Prisma.Sql> = { recorded: TRUE, takenUp: sql`taken_up`, met: sql`met` }

const ANSWER_COLUMN: Record<Answer, Prisma.Sql> = {
  presented: TRUE,
  known: sql`known`,
  used: sql`used`,
  interested: sql`interested`,
}
const GROUP_COLUMN: Record<Group, Prisma.Sql> = {
  young: sql`firms.young`,
  female: sql`firms.female`,
  foreign: sql`firms."foreign"`,
  others: sql`not firms.young`,
  notFemale: sql`not firms.female`,
  notForeign: sql`not firms."foreign"`,
}

/** The filter narrowed to one week of its period. */
function inWeek<T extends InsightFilter>(filter: T, monday: string): T {
  const sunday = addDays(monday, 6)
  const from = filter.from && filter.from > monday ? filter.from : monday
  return { ...filter, from, to: filter.to && filter.to < sunday ? filter.to : sunday }
}

/** The common table expressions and the selection of the firms behind one number of the page. */
export function behind(number: BehindInput): { tables: Prisma.Sql; firmIds: Prisma.Sql } {
  const side = number.second ? { ...number, ...secondFilter(number, number) } : number
  const input = number.week ? inWeek(side, number.week) : side
  const { level, said, need, row, place, staff, group, service } = input
  if (level) {
    const where = all([sql`digital_level = ${level}::digital_level`, ...(row ? [sql`sector_id = ${row}::uuid`] : [])])
    return { tables: answers(input), firmIds: sql`select firm_id from answers where ${where}` }
  }
  if (said) {
    return { tables: needs(input), firmIds: sql`select firm_id from needs where ${STANDING_COLUMN[said]}` }
  }
  if (service) {
    const where = all([sql`service_id = ${service}::uuid`, ANSWER_COLUMN[input.answer ?? 'presented']])
    return { tables: presented(input), firmIds: sql`select firm_id from presented where ${where}` }
  }
  if (need || row || place || staff || group) {
    const where = all([
      ...(row ? [sql`firms.sector_id = ${row}::uuid`] : []),
      ...(place ? [sql`firms.municipality_code = ${place}`] : []),
      ...(staff ? [sql`firms.size_class = ${staff}::size_class`] : []),
      ...(group ? [GROUP_COLUMN[group]] : []),
    ])
    const wanted = need ? sql`join asked on asked.firm_id = firms.firm_id and need_type_id = ${need}::uuid` : empty
    const tables = sql`${visited(input)}, ${asked(input)}`
    return { tables, firmIds: sql`select firms.firm_id from firms ${wanted} where ${where}` }
  }
  const step = raw(STEP_COLUMN[input.step ?? 'visited'])
  return { tables: reach(input), firmIds: sql`select firm_id from reach where ${step}` }
}

import { askingFor } from '@/lib/evidence/asked'
import { DIGITAL, FEMALE, FOREIGN, MET, SIZE_FROM, TAKEN_UP, YOUNG } from '@/lib/evidence/facts'
import { answerOf, answers } from '@/lib/evidence/levels'
import { answerTo, QUESTIONS, shown, YES } from '@/lib/evidence/presented'
import { reach } from '@/lib/evidence/reach'
import type { Selection } from '@/lib/evidence/selection'
import { bitOf } from '@/lib/evidence/steps'
import { visitsSaid } from '@/lib/evidence/visits-said'
import {
  type Answer,
  type BehindInput,
  type Group,
  type InsightFilter,
  SIZES,
  type Standing,
  secondFilter,
} from '@/lib/insight/schema'
import { addDays } from '@/lib/today/rules'

const STANDING: Record<Standing, number> = { recorded: 0, takenUp: TAKEN_UP, met: MET }
/** The bit of a flag, and whether it is set in the group. */
const GROUP: Record<Group, [number, boolean]> = {
  young: [YOUNG, true],
  female: [FEMALE, true],
  foreign: [FOREIGN, true],
  others: [YOUNG, false],
  notFemale: [FEMALE, false],
  notForeign: [FOREIGN, false],
}

/** The filter narrowed to one week of its period. */
function inWeek<T extends InsightFilter>(filter: T, monday: string): T {
  const sunday = addDays(monday, 6)
  const from = filter.from && filter.from > monday ? filter.from : monday
  return { ...filter, from, to: filter.to && filter.to < sunday ? filter.to : sunday }
}

/** The filter one number of the page is about: that of its side, narrowed to its week. */
export function filterBehind(number: BehindInput): BehindInput {
  const side = number.second ? { ...number, ...secondFilter(number, number) } : number
  return number.week ? inWeek(side, number.week) : side
}

/** 1 at the serial of each firm behind one number of the page; the selection is that of `filterBehind`. */
export function behind(selection: Selection, number: BehindInput): Uint8Array {
  const { level, said, need, row, place, staff, group, service } = number
  if (level) return telling(selection, DIGITAL.indexOf(level), row)
  if (said) return saying(selection, STANDING[said])
  if (service) return presentedTo(selection, service, number.answer ?? 'presented')
  if (need || row || place || staff || group) return visitedAs(selection, number)
  const bit = bitOf(number.step ?? 'visited')
  return reach(selection).map((reached) => Number((reached & bit) !== 0))
}

/** By firm. */
const each = ({ evidence }: Selection, of: (firm: number) => number) =>
  Uint8Array.from({ length: evidence.facts.firms.n }, (_, firm) => (firm === 0 ? 0 : of(firm)))

function telling(selection: Selection, level: number, sectorId: string | undefined): Uint8Array {
  const { sectors } = selection.evidence.lists
  const wanted = sectorId && (sectors.serials.get(sectorId) ?? 0)
  const last = answers(selection)
  return each(selection, (firm) => {
    const answer = last[firm] as number
    if (answer === 0) return 0
    const told = answerOf(selection, answer)
    return Number(told.level === level && (wanted === undefined || told.sector === wanted))
  })
}

function saying(selection: Selection, standing: number): Uint8Array {
  const { firms, needs } = selection.evidence.facts
  const found = new Uint8Array(firms.n)
  for (const need of selection.needs) {
    if (((needs.columns.bits[need] as number) & standing) === standing) found[needs.columns.firm[need] as number] = 1
  }
  return found
}

function presentedTo(selection: Selection, serviceId: string, answer: Answer): Uint8Array {
  const { facts, lists } = selection.evidence
  const wanted = lists.services.serials.get(serviceId)
  const found = new Uint8Array(facts.firms.n)
  const question = answer === 'presented' ? -1 : QUESTIONS.indexOf(answer)
  const { n, firms, services, answers } = shown(selection)
  for (let i = 0; i < n; i++) {
    if (services[i] !== wanted) continue
    if (question < 0 || answerTo(question, answers[i] as number) === YES) found[firms[i] as number] = 1
  }
  return found
}

function visitedAs(selection: Selection, { need, row, place, staff, group }: BehindInput): Uint8Array {
  const { facts, lists } = selection.evidence
  const { bits, sector, municipality } = facts.visits.columns
  const { last } = visitsSaid(selection)
  const asking = need === undefined ? undefined : askingFor(selection, [lists.needTypes.serials.get(need) ?? -1])
  const [inSector, inPlace] = [
    row && (lists.sectors.serials.get(row) ?? 0),
    place && lists.municipalities.serials.get(place),
  ]
  const [flag, set] = group ? GROUP[group] : [0, false]
  return each(selection, (firm) => {
    const visit = last[firm] as number
    if (visit === 0) return 0
    const was = bits[visit] as number
    return Number(
      (!asking || asking[firm] === 1) &&
        (!row || sector[visit] === inSector) &&
        (!place || municipality[visit] === (inPlace ?? -1)) &&
        (!staff || ((was >> SIZE_FROM) & 7) === SIZES.indexOf(staff)) &&
        (!group || ((was & flag) !== 0) === set),
    )
  })
}

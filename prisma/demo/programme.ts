import { type CalendarDate, officeHour, romeTime, workingDay, workingDays } from './calendar'
import { type Part, type Player, spokenWith } from './cast'
import { personId } from './people'
import type { Random } from './random'
import { MEN, SURNAMES, WOMEN } from './words'

export type Row = Record<string, unknown>
export const PROMOTERS = [personId('promoter@demo.example'), personId('promoter2@demo.example')] as const

/** How a part ends: the outcome of the last call. */
const LAST_OUTCOME: Partial<Record<Part, string>> = {
  visited: 'appointment',
  appointment: 'appointment',
  interviewed: 'interviewed',
  callback: 'callback',
  refused: 'refused',
  do_not_contact: 'do_not_contact',
  unreached: 'no_answer',
  unreachable: 'wrong_number',
  ceased: 'ceased',
  tried: 'no_answer',
}
const STATE: Partial<Record<Part, string>> = { tried: 'to_call', untried: 'to_call' }

export type Told = {
  player: Player
  assignment: Row & { id: string }
  calls: (Row & { id: string; at: Date })[]
  contact: (Row & { id: string }) | null
  promoter: string
  /** Day of the visit, held or planned. */
  visitDay: CalendarDate | null
}

/** Tells the story of one firm of the list: its assignment, its calls, whom the promoter spoke with. */
export function tellCalls(
  random: Random,
  player: Player,
  order: number,
  campaignId: string,
  first: CalendarDate,
  today: CalendarDate,
): Told {
  const { firm, part } = player
  const promoter = random.pick(PROMOTERS)
  const days = workingDays(first, part === 'visited' ? workingDay(today, -9) : today)
  const created = romeTime(first, 8)
  const assignmentId = random.id(created)
  const last = LAST_OUTCOME[part]
  const before = !last ? 0 : part === 'unreached' ? 4 : part === 'ceased' ? 0 : random.below(3)
  const lastDay = 2 + Math.floor(random.next() * (days.length - 3))
  const at = Array.from(
    { length: last ? before + 1 : 0 },
    (_, back) => days[Math.max(0, lastDay - back * 2)] as CalendarDate,
  )
    .reverse()
    .map((day) => officeHour(random, day))
    .sort((a, b) => a.getTime() - b.getTime())
  const contact =
    spokenWith(part) && part !== 'do_not_contact' ? inventContact(random, player, at.at(-1) ?? created) : null
  const calls = at.map((moment, index) => {
    const outcome = index === at.length - 1 ? (last as string) : random.pick(['no_answer', 'no_answer', 'busy'])
    const spoken = index === at.length - 1 && spokenWith(part)
    return {
      id: random.id(moment),
      assignment_id: assignmentId,
      campaign_id: campaignId,
      firm_id: firm.id,
      user_id: promoter,
      at: moment,
      seconds: spoken ? 90 + random.below(400) : 20 + random.below(30),
      outcome,
      phone: `+39${firm.phone}`,
      contact_id: spoken ? (contact?.id ?? null) : null,
      note: null,
      callback_at: null as Date | null,
      digital_level: spoken ? player.digital : null,
      ...snapshot(player),
      created_at: moment,
      updated_at: moment,
    }
  })
  const lastCall = calls.at(-1)
  const assignment = {
    id: assignmentId,
    campaign_id: campaignId,
    firm_id: firm.id,
    state: STATE[part] ?? part,
    attempts: calls.length,
    contacted_at: spokenWith(part) ? lastCall?.at : null,
    last_call_at: lastCall?.at ?? null,
    last_outcome: lastCall?.outcome ?? null,
    not_before: null,
    avoid_day_part: null,
    callback_at: null as Date | null,
    callback_user_id: null as string | null,
    lease_user_id: null,
    lease_until: null,
    stratum: null,
    draw_order: order,
    version: calls.length,
    created_at: created,
    updated_at: lastCall?.at ?? created,
  }
  return { player, assignment, calls, contact, promoter, visitDay: null }
}

/** The evidence keeps the firm as it was that day. */
export const snapshot = ({ firm }: Player) => ({
  sector_id: firm.sector_id,
  municipality_code: firm.municipality_code,
  size_class: firm.size_class,
  young: firm.young,
  female: firm.female,
  foreign: firm.foreign,
})

function inventContact(random: Random, { firm }: Player, at: Date) {
  const woman = random.chance(0.45)
  const owner = random.chance(0.6)
  const name = owner
    ? `${firm.owner.name} ${firm.owner.surname}`
    : `${random.pick(woman ? WOMEN : MEN)} ${random.pick(SURNAMES)}`
  return {
    id: random.id(at),
    firm_id: firm.id,
    name,
    role: owner ? 'Titolare' : random.pick(['Amministrazione', 'Responsabile di produzione', 'Socio']),
    phone: null,
    email: random.chance(0.4)
      ? `${name
          .toLowerCase()
          .normalize('NFKD')
          .replace(/[^a-z]/g, '')}@${firm.slug}.example`
      : null,
    age_band: firm.young ? 'under_35' : random.pick(['from_35_to_54', 'from_35_to_54', 'from_55']),
    version: 0,
    created_at: at,
    updated_at: at,
  }
}

/** Callbacks as a desk has them on a morning: some overdue, some today, most in the coming days. */
export function promiseCallbacks(random: Random, told: Told[], today: CalendarDate) {
  const tomorrow = workingDay(today, 1)
  told
    .filter(({ player }) => player.part === 'callback')
    .forEach((story, index) => {
      const slot = index % 10
      const at =
        slot === 0
          ? romeTime(today, 9, 15 * (index % 4))
          : slot < 4
            ? romeTime(today, 10 + random.below(8), 5 * random.below(12))
            : officeHour(random, workingDay(tomorrow, slot - 4))
      story.promoter = PROMOTERS[index % 2] as string
      story.assignment.callback_at = at
      story.assignment.callback_user_id = story.promoter
      const call = story.calls.at(-1)
      if (!call) return
      call.callback_at = at
      call.user_id = story.promoter
      call.note = random.pick([
        'Interessata al credito, decide il titolare.',
        'Il titolare è fuori: richiamare.',
        'Chiede di essere richiamata con calma.',
        'Preferisce la mattina presto.',
      ])
    })
}

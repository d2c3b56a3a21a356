import { NEED_TYPES, OFFICES, SERVICES } from '../catalogues/lists'
import { needTypeId, officeId, serviceId } from '../catalogues/seed'
import { CalendarDate, midnightUtc, romeTime, workingDay } from './calendar'
import { NEEDS, STANDING, VISITED_WITHOUT_NEEDS, YOUNG_TRAINING } from './figures'
import { personId } from './people'
import { PROMOTERS, type Row, snapshot, type Told } from './programme'
import type { Random } from './random'
import { NEED_WORDS } from './words'

const SLOTS = [
  [8, 45],
  [10, 0],
  [11, 30],
  [14, 0],
  [15, 30],
  [17, 0],
] as const

/** The appointments, held and planned; today's agenda has four for one promoter and two for the other. */
export function arrangeVisits(random: Random, told: Told[], today: CalendarDate): Row[] {
  let planned = 0
  return told
    .filter(({ player }) => player.part === 'visited' || player.part === 'appointment')
    .map((story) => {
      const call = story.calls.at(-1)
      if (!call) throw new Error('An appointment without a call')
      const held = story.player.part === 'visited'
      const called = dayOf(call.at)
      const number = held ? random.below(6) : planned++
      const day = held
        ? workingDay(called, 2 + random.below(6))
        : number < 6
          ? today
          : workingDay(today, 1 + Math.floor((number - 6) / 3))
      const [hour, minute] = SLOTS[number % 6] as readonly [number, number]
      if (!held) story.promoter = PROMOTERS[number === 0 || number === 3 ? 0 : number < 6 ? 1 : number % 2] as string
      story.visitDay = day
      return {
        id: random.id(call.at),
        campaign_id: story.assignment.campaign_id,
        assignment_id: story.assignment.id,
        firm_id: story.player.firm.id,
        visitor_id: story.promoter,
        arranged_by_id: call.user_id,
        contact_id: story.contact?.id ?? null,
        call_id: call.id,
        starts_at: romeTime(day, hour, minute),
        minutes: 45,
        state: held ? 'done' : 'planned',
        note: held
          ? null
          : random.pick([
              'Presente il titolare.',
              'Portare la scheda del bando macchinari.',
              'Citofonare al cancello.',
              null,
            ]),
        version: held ? 1 : 0,
        created_at: call.at,
        updated_at: call.at,
      }
    })
}

const dayOf = (at: Date) => new CalendarDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())

/** What happened at each visit held. */
export function tellVisits(random: Random, told: Told[], appointments: Row[]) {
  const held = told.filter(({ player }) => player.part === 'visited')
  return held.map((story) => {
    const appointment = appointments.find((row) => row.assignment_id === story.assignment.id) as Row
    const at = appointment.starts_at as Date
    const presented = random.shuffled(SERVICES).slice(0, 2 + random.below(3))
    const id = random.id(at)
    const visit = {
      id,
      appointment_id: appointment.id,
      assignment_id: story.assignment.id,
      campaign_id: story.assignment.campaign_id,
      firm_id: story.player.firm.id,
      user_id: story.promoter,
      at,
      minutes: 30 + random.below(7) * 5,
      place: random.chance(0.92) ? 'head_office' : 'local_unit',
      privacy_notice_given: true,
      invites_consent: random.chance(0.6),
      digital_level: story.player.digital,
      digital_tools: story.player.digital === 'none' ? ['e_invoicing'] : ['e_invoicing', 'pec'],
      digital_obstacle: null,
      interest: random.weighted({ cold: 15, interested: 55, very_interested: 30 }),
      note: null,
      follow_up: 'none',
      follow_up_at: null,
      ...snapshot(story.player),
      version: 0,
      created_at: at,
      updated_at: at,
    }
    const services = presented.map((service) => {
      const known = random.chance(0.38)
      return {
        visit_id: id,
        service_id: serviceId(service.code),
        known_before: known,
        used_before: known && random.chance(0.4),
        interested: random.chance(0.5),
      }
    })
    const met = story.contact ? [{ visit_id: id, contact_id: story.contact.id }] : []
    return { story, visit, services, met }
  })
}

type HeldVisit = ReturnType<typeof tellVisits>[number]

/** Which visited firm needs what: the published counts, nobody of those chosen left without any need. */
export function castNeeds(random: Random, visits: HeldVisit[]): Map<HeldVisit, string[]> {
  const saying = random.shuffled(visits).slice(VISITED_WITHOUT_NEEDS)
  const chosen = new Map(saying.map((visit) => [visit, [] as string[]]))
  const give = (code: string, among: HeldVisit[], count: number) => {
    // Who has said nothing yet is likelier: in the end everybody has said something.
    for (const visit of random.sample(among, count, (one) => (chosen.get(one)?.length ? 1 : 8)))
      chosen.get(visit)?.push(code)
  }
  const young = saying.filter(({ visit }) => visit.young)
  for (const [code, count] of Object.entries(NEEDS).reverse()) {
    if (code !== 'training') give(code, saying, count)
    else {
      give(code, young, YOUNG_TRAINING)
      give(
        code,
        saying.filter((visit) => !young.includes(visit)),
        count - YOUNG_TRAINING,
      )
    }
  }
  for (const [silent] of [...chosen].filter(([, codes]) => codes.length === 0)) {
    const donor = [...chosen].find(([, codes]) => codes.length > 2 && codes.includes('credit'))
    donor?.[1].splice(donor[1].indexOf('credit'), 1)
    chosen.get(silent)?.push('credit')
  }
  return chosen
}

/** The needs as rows, with their referrals and answers, standing as figures.ts says. */
export function tellNeeds(random: Random, visits: HeldVisit[], today: CalendarDate) {
  // What was said long ago has mostly been answered; what was said last week mostly waits.
  const standing = Object.entries(STANDING)
    .flatMap(([status, count]) => Array<string>(count).fill(status))
    .map((status, index) => ({ status, key: index + random.below(200) }))
    .sort((a, b) => a.key - b.key)
    .map(({ status }) => status)
  const yesterday = romeTime(today.subtract({ days: 1 }), 17).getTime()
  const after = (at: Date, days: number) => new Date(Math.min(at.getTime() + days * 86_400_000, yesterday))
  const said = [...castNeeds(random, visits)].flatMap(([told, codes]) => codes.map((code) => ({ told, code })))
  const oldestFirst = said.sort((a, b) => (a.told.visit.at as Date).getTime() - (b.told.visit.at as Date).getTime())
  const referrals: Row[] = []
  const needs = oldestFirst.map(({ told, code }, index) => {
    const at = told.visit.at as Date
    const status = standing[index] ?? 'recorded'
    const service = NEED_TYPES.find((type) => type.code === code)?.services[0]
    const officeCode = SERVICES.find((one) => one.code === service)?.office ?? 'services'
    const answerDays = OFFICES.find((office) => office.code === officeCode)?.answerDays ?? 14
    const referred = status !== 'recorded'
    const takenUp = referred && status !== 'referred' ? after(at, 1 + random.below(8)) : null
    const closed = status === 'met' || status === 'not_met' ? after(takenUp as Date, 2 + random.below(20)) : null
    const due =
      status === 'referred' || closed === null
        ? workingDay(today, random.below(10) === 0 ? -3 : random.below(12))
        : dayOf(new Date(at.getTime() + answerDays * 86_400_000))
    const id = random.id(at)
    const answer =
      status === 'met'
        ? 'Colloquio fatto, pratica avviata con il servizio.'
        : status === 'not_met'
          ? 'Nessun bando aperto per questa spesa.'
          : null
    if (referred) {
      referrals.push({
        id: random.id(at),
        need_id: id,
        office_id: officeId(officeCode),
        sent_by_id: told.story.promoter,
        sent_at: at,
        answer,
        answered_at: closed,
        created_at: at,
        updated_at: closed ?? at,
      })
    }
    return {
      id,
      firm_id: told.visit.firm_id,
      campaign_id: told.visit.campaign_id,
      need_type_id: needTypeId(code),
      priority: random.weighted({ high: 30, medium: 50, low: 20 }),
      words: random.pick(NEED_WORDS[code] as string[]),
      call_id: null,
      visit_id: told.visit.id,
      recorded_by_id: told.story.promoter,
      recorded_at: at,
      status,
      office_id: referred ? officeId(officeCode) : null,
      assignee_id: takenUp && officeCode === 'credit' ? personId('office@demo.example') : null,
      due_on: referred ? midnightUtc(due) : null,
      taken_up_at: takenUp,
      closed_at: closed,
      version: 0,
      created_at: at,
      updated_at: closed ?? takenUp ?? at,
    }
  })
  return { needs, referrals }
}

import { SERVICES } from '../catalogues/lists'
import { serviceId } from '../catalogues/seed'
import { type CalendarDate, dayOf, romeTime, workingDay } from './calendar'
import { PROMOTERS, type Row, snapshot, type Told } from './programme'
import type { Random } from './random'

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

export type HeldVisit = ReturnType<typeof tellVisits>[number]

import { NEED_TYPES, OFFICES, SERVICES } from '../catalogues/lists'
import { needTypeId, officeId } from '../catalogues/seed'
import { type CalendarDate, dayOf, midnightUtc, romeTime, workingDay } from './calendar'
import { NEEDS, STANDING, VISITED_WITHOUT_NEEDS, YOUNG_TRAINING } from './figures'
import { personId } from './people'
import type { Row } from './programme'
import type { Random } from './random'
import type { HeldVisit } from './visits'
import { NEED_WORDS } from './words'

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
        ? workingDay(today, random.below(10) === 0 ? -1 - random.below(6) : random.below(12))
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

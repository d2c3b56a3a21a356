import { CONTACTED, DIGITAL, LISTED, STATES, VISITED, VISITS, YOUNG_VISITED } from './figures'
import type { DemoFirm } from './firms'
import type { Random } from './random'

export type Part = 'visited' | keyof typeof STATES | 'untried'
export type Player = { firm: DemoFirm; part: Part; digital: 'email' | 'website' | 'none' | null }

/** Who is on the list, and what becomes of each: exactly the numbers of figures.ts. */
export function castPlayers(random: Random, firms: DemoFirm[]): Player[] {
  const visited: DemoFirm[] = []
  const others: DemoFirm[] = []
  let youngLeft = YOUNG_VISITED
  let visitsLeft = VISITS
  for (const [sector, count] of Object.entries(VISITED)) {
    const candidates = firms.filter((firm) => firm.sector === sector && firm.status === 'active')
    const wanted = Math.round((count * LISTED) / VISITS)
    const listed = random.sample(
      candidates,
      wanted,
      (firm) => (firm.size_class === 'staff_0_1' ? 1 : 3) * (firm.young ? 3 : 1),
    )
    const young = Math.min(Math.round((youngLeft * count) / visitsLeft), count)
    const chosen = new Set([
      ...listed.filter((firm) => firm.young).slice(0, young),
      ...listed.filter((firm) => !firm.young).slice(0, count - young),
    ])
    visited.push(...chosen)
    others.push(...listed.filter((firm) => !chosen.has(firm)))
    youngLeft -= young
    visitsLeft -= count
  }
  const parts = Object.entries(STATES).flatMap(([part, count]) => Array<Part>(count).fill(part as Part))
  const rest = random.shuffled(others).map((firm, index) => ({ firm, part: parts[index] ?? 'untried' }))
  const players = [...visited.map((firm) => ({ firm, part: 'visited' as Part })), ...rest]
  return giveDigitalLevels(random, players)
}

const SPOKEN_WITH: Part[] = ['visited', 'appointment', 'interviewed', 'callback', 'refused', 'do_not_contact']
export const spokenWith = (part: Part) => SPOKEN_WITH.includes(part)

/** Every contacted firm said how digital it is; without a connection more often in building, catering, transport. */
function giveDigitalLevels(random: Random, players: { firm: DemoFirm; part: Part }[]): Player[] {
  const contacted = players.filter((player) => spokenWith(player.part))
  if (contacted.length !== CONTACTED) throw new Error(`The demo has ${contacted.length} contacted firms`)
  const offline = ['construction', 'catering', 'transport']
  const none = new Set(random.sample(contacted, DIGITAL.none, ({ firm }) => (offline.includes(firm.sector) ? 2 : 1)))
  const connected = contacted.filter((player) => !none.has(player))
  const website = new Set(
    random.sample(connected, DIGITAL.website, ({ firm }) => (firm.size_class === 'staff_0_1' ? 1 : 4)),
  )
  const level = (player: { firm: DemoFirm; part: Part }) =>
    website.has(player) ? 'website' : none.has(player) ? 'none' : 'email'
  return players.map((player) => ({ ...player, digital: spokenWith(player.part) ? level(player) : null }))
}

import { MUNICIPALITIES } from '../catalogues/municipalities'
import { sectorId } from '../catalogues/seed'
import { inventedCodiceFiscale, inventedPartitaIva } from './identifiers'
import type { Random } from './random'
import { FOREIGN_SURNAMES, MEN, PLACES, STREETS, SURNAMES, TRADES, WOMEN } from './words'

/** Firms of the register by sector: 50,000 in all, much as a province of the lower Lazio has them. */
const REGISTER = {
  construction: 6500,
  services: 11500,
  food: 900,
  minerals: 420,
  metals: 900,
  electrical: 340,
  textiles: 480,
  transport: 1500,
  furniture: 300,
  catering: 4200,
  shipbuilding: 160,
  other: 22800,
}
/** Registrations that are not active firms: they leave 49,400 active. */
const NOT_ACTIVE = { inactive: 250, in_liquidation: 230, insolvent: 20, ceased: 100 }

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')

export type DemoFirm = ReturnType<typeof inventFirm>

/** 50,000 firms nobody owns, the same for the same generator. */
export function inventFirms(random: Random, importId: string, importedAt: Date) {
  const sectors = Object.entries(REGISTER).flatMap(([sector, count]) => Array<string>(count).fill(sector))
  const taken = new Set<string>()
  const idle = Object.entries(NOT_ACTIVE).flatMap(([status, count]) => Array<string>(count).fill(status))
  return random
    .shuffled(sectors)
    .map((sector, index) => inventFirm(random, sector, index, idle[index] ?? 'active', importId, importedAt, taken))
}

function inventFirm(
  random: Random,
  sector: string,
  index: number,
  status: string,
  importId: string,
  at: Date,
  taken: Set<string>,
) {
  const { names, code: ateco, title: activity } = random.pick(TRADES[sector] ?? [])
  const form = random.weighted({ DI: 52, SR: 31, SN: 5, AS: 6, SC: 3, SS: 2, SP: 1 })
  const owner = inventOwner(random, taken)
  const municipality = byPopulation(random)
  const name = inventName(random, names, form, owner.surname, owner.name)
  const size = random.weighted(form === 'DI' ? { a: 72, b: 27, c: 1, d: 0 } : { a: 38, b: 45, c: 15, d: 2 })
  const staff = { a: random.below(2), b: 2 + random.below(8), c: 10 + random.below(30), d: 50 + random.below(150) }[
    size
  ]
  const partitaIva = inventedPartitaIva(500_001 + index)
  const registered = new Date(
    Date.UTC(1996 + Math.floor(30 * random.next() ** 0.7), random.below(12), 1 + random.below(28)),
  )
  const slug = plain(name).slice(0, 40)
  return {
    id: random.id(at),
    codice_fiscale: form === 'DI' ? owner.codiceFiscale : partitaIva,
    partita_iva: partitaIva,
    rea_province: 'LT',
    rea_number: String(100001 + index),
    name,
    search_name: plain(name),
    legal_form: form,
    status,
    registered_on: registered,
    started_on: registered,
    ceased_on: status === 'ceased' ? new Date(at.getTime() - random.below(300) * 86_400_000) : null,
    ateco,
    ateco_version: 'ateco_2007',
    ateco_codes: [ateco],
    activity,
    sector,
    sector_id: sectorId(sector),
    municipality_code: municipality[0],
    municipality_name: municipality[1],
    province: 'LT',
    address: `${random.pick(STREETS)} ${1 + random.below(240)}`,
    postcode: municipality[3],
    pec: random.chance(0.86) ? `${slug}@pec.example` : null,
    email: null as string | null,
    website: null as string | null,
    employees_dependent: Math.max(0, staff - 1),
    employees_independent: Math.min(1, staff),
    size_class: { a: 'staff_0_1', b: 'staff_2_9', c: 'staff_10_49', d: 'staff_50_plus' }[size],
    capital_euro: form === 'SR' || form === 'SP' ? random.pick([10000, 10000, 20000, 50000, 100000, 1, 500]) : null,
    young: random.chance(0.095),
    female: form === 'DI' ? owner.female : random.chance(0.21),
    foreign: owner.foreign,
    artisan:
      ['construction', 'metals', 'food', 'furniture', 'textiles', 'transport'].includes(sector) && random.chance(0.55),
    digital_level: null as string | null,
    digital_level_at: null as Date | null,
    do_not_contact_since: null as Date | null,
    do_not_contact_by_id: null as string | null,
    do_not_contact_reason: null as string | null,
    do_not_contact_channel: null as string | null,
    privacy_notice_at: null as Date | null,
    invites_consent: null as boolean | null,
    extra: '{}',
    register_hash: null,
    first_import_id: importId,
    last_import_id: importId,
    version: 0,
    created_at: at,
    updated_at: at,
    phone: random.chance(0.34) ? inventPhone(random) : null,
    owner,
    slug,
  }
}

/** A person with a codice fiscale nobody else in the register has. */
function inventOwner(random: Random, taken: Set<string>) {
  const foreign = random.chance(0.09)
  const female = random.chance(0.24)
  const surname = random.pick(foreign ? FOREIGN_SURNAMES : SURNAMES)
  const name = random.pick(female ? WOMEN : MEN)
  let codiceFiscale = inventedCodiceFiscale(random, surname, name, female)
  while (taken.has(codiceFiscale)) codiceFiscale = inventedCodiceFiscale(random, surname, name, female)
  taken.add(codiceFiscale)
  return { foreign, female, surname, name, codiceFiscale }
}

function inventName(random: Random, trades: string[], form: string, surname: string, name: string) {
  const trade = random.pick(trades)
  if (form === 'DI') return random.chance(0.5) ? `${trade} di ${surname} ${name}` : `${surname} ${name}`
  const who = random.chance(0.55) ? random.pick(PLACES) : random.pick([surname, `F.lli ${surname}`, `${surname} & C.`])
  const ending = { SR: 'S.r.l.', SN: 'S.n.c.', AS: 'S.a.s.', SC: 'Soc. Coop.', SS: 'S.s.', SP: 'S.p.A.' }[form]
  return `${trade} ${who} ${ending}`
}

const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality[0], municipality]))
const RESIDENTS = Object.fromEntries(MUNICIPALITIES.map((municipality) => [municipality[0], municipality[4]]))

const byPopulation = (random: Random) => BY_CODE.get(random.weighted(RESIDENTS)) as (typeof MUNICIPALITIES)[number]

/** Numbers that cannot ring: after the area code no Italian subscriber number starts with 00. */
export const inventPhone = (random: Random) =>
  `${random.pick(['0773', '0771'])}00${String(random.below(10000)).padStart(4, '0')}`

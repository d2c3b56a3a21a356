import 'server-only'
import { SPOKEN } from '@/lib/calls/rules'
import { db } from '@/lib/db'
import { type CheckState, checkStateOf, mayDial } from '@/lib/oppositions/rules'
import { gate } from '@/lib/session'
import type {
  AssignmentState,
  AtecoVersion,
  DigitalLevel,
  OppositionRule,
  PhoneSource,
  RegisterStatus,
  SizeClass,
} from '@/prisma/client/enums'

export type DeskPhone = {
  id: string
  e164: string | null
  printed: string
  source: PhoneSource
  struck: boolean
  /** What the register of oppositions last said of it, and when. */
  state: CheckState
  checkedAt: Date | null
}

export type FirmOnTelephone = {
  assignmentId: string
  state: AssignmentState
  attempts: number
  version: number
  leaseUntil: Date | null
  /** The last conversation, which the script for calling back refers to. */
  spokenAt: Date | null
  spokenWith: string | null
  /** Numbers that may be dialled, E.164, in their order; none where the firm must not be called. */
  numbers: string[]
  /** All of its numbers with their state, in their order; none where the firm must not be called. */
  phones: DeskPhone[]
  opposition: OppositionRule
  contacts: { id: string; name: string; role: string | null }[]
  firm: {
    id: string
    name: string
    status: RegisterStatus
    young: boolean
    female: boolean
    foreign: boolean
    artisan: boolean
    rea: string | null
    vat: string
    sectorIt: string
    sectorEn: string
    ateco: string | null
    atecoVersion: AtecoVersion | null
    address: string | null
    place: string | null
    registeredOn: Date | null
    employeesDependent: number | null
    employeesIndependent: number | null
    sizeClass: SizeClass
    pec: string | null
    email: string | null
    firmVersion: number
    units: number
    digitalLevel: DigitalLevel | null
    doNotContactSince: Date | null
    doNotContactReason: string | null
    privacyNoticeAt: Date | null
  }
}

/**
 * The firm this promoter has on the telephone, with all the desk shows of it; null where they hold none. One statement:
 * this is read after every call.
 */
export async function firmOnTelephone(campaignId: string): Promise<FirmOnTelephone | null> {
  const actor = await gate('calls.log')
  const now = new Date()
  const [row] = await db.$queryRaw<Row[]>`
    select a.id "assignmentId", a.state, a.attempts, a.version, a.lease_until "leaseUntil",
      last.at "spokenAt", last.contact_id "spokenWith",
      camp.opposition, case when f.do_not_contact_since is null then coalesce((
        select json_agg(json_build_object('id', p.id, 'e164', p.e164, 'printed', p.printed, 'source', p.source,
          'struck', p.struck_at is not null, 'opposed', k.opposed, 'checkedAt', k.checked_at) order by p.position, p.id)
        from firm_phone p left join phone_check k on k.e164 = p.e164 where p.firm_id = f.id), '[]') else '[]' end phones,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role) order by c.created_at, c.id)
        from contact c where c.firm_id = f.id), '[]') contacts,
      f.id, f.name, f.status, f.young, f.female, f."foreign", f.artisan, f.ateco, f.ateco_version "atecoVersion",
      f.address, f.pec, f.email, f.version "firmVersion",
      f.rea_province || '-' || f.rea_number rea, coalesce(f.partita_iva, f.codice_fiscale) vat,
      s.name_it "sectorIt", s.name_en "sectorEn", coalesce(m.name, f.municipality_name) place,
      f.registered_on "registeredOn", f.employees_dependent "employeesDependent",
      f.employees_independent "employeesIndependent", f.size_class "sizeClass",
      (select count(*)::int from local_unit u where u.firm_id = f.id and u.closed_on is null) units,
      f.digital_level "digitalLevel", f.do_not_contact_since "doNotContactSince",
      f.do_not_contact_reason "doNotContactReason", f.privacy_notice_at "privacyNoticeAt"
    from assignment a join firm f on f.id = a.firm_id join sector s on s.id = f.sector_id
      join campaign camp on camp.id = a.campaign_id
      left join municipality m on m.istat_code = f.municipality_code
      left join lateral (
        select c.at, c.contact_id from call c where c.assignment_id = a.id and c.outcome::text = any(${SPOKEN}::text[])
        order by c.at desc limit 1) last on true
    where a.lease_user_id = ${actor.id}::uuid and a.lease_until > ${now} and a.campaign_id = ${campaignId}::uuid
    order by a.lease_until desc limit 1`
  if (!row) return null
  const { assignmentId, state, attempts, version, leaseUntil, spokenAt, spokenWith, contacts, ...rest } = row
  const { phones: found, opposition, ...firm } = rest
  const phones = found.map(({ opposed, checkedAt, ...phone }) => {
    const check = checkedAt === null ? null : { opposed: opposed === true, checkedAt: new Date(checkedAt) }
    return { ...phone, checkedAt: check?.checkedAt ?? null, state: checkStateOf(check, now) }
  })
  const numbers = phones.flatMap((phone) => (phone.e164 && mayDial(phone, opposition) ? [phone.e164] : []))
  const held = { assignmentId, state, attempts, version, leaseUntil, spokenAt, spokenWith, contacts }
  return { ...held, numbers, phones, opposition, firm }
}

type FoundPhone = Omit<DeskPhone, 'state' | 'checkedAt'> & { opposed: boolean | null; checkedAt: string | null }
type Row = Omit<FirmOnTelephone, 'firm' | 'numbers' | 'phones'> & FirmOnTelephone['firm'] & { phones: FoundPhone[] }

/** What a firm is in a campaign of this promoter, for an address that names the firm; null where it is in none. */
export async function assignmentOfFirm(campaignId: string, firmId: string) {
  const actor = await gate('calls.log')
  return db.assignment.findFirst({
    where: { campaignId, firmId, campaign: { promoters: { some: { userId: actor.id } } } },
    select: { id: true, state: true, firm: { select: { name: true } } },
  })
}

/** Firms of a campaign that somebody has on the telephone now: who, and until when. The soonest to end first. */
export async function firmsHeld(campaignId: string) {
  await gate('campaigns.read')
  return db.assignment.findMany({
    where: { campaignId, leaseUserId: { not: null }, leaseUntil: { gt: new Date() } },
    orderBy: [{ leaseUntil: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      leaseUntil: true,
      firm: { select: { id: true, name: true } },
      leaseUser: { select: { name: true } },
    },
  })
}

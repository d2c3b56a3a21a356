import type { Ateco } from '@/lib/register/judge-ateco'
import type { Phone } from '@/lib/register/judge-phone'
import type { Site } from '@/lib/register/judge-site'
import type { RejectReason } from '@/lib/register/schema'
import type { RegisterStatus, SizeClass } from '@/prisma/client/enums'

/** What the register says of a firm, in the product's terms. Dates are `yyyy-mm-dd`, the capital euro. */
export type RegisterValues = {
  partitaIva: string | null
  reaProvince: string | null
  reaNumber: string | null
  name: string
  searchName: string
  legalForm: string | null
  status: RegisterStatus
  registeredOn: string | null
  startedOn: string | null
  ceasedOn: string | null
  ateco: string | null
  atecoVersion: Ateco['version']
  atecoCodes: string[]
  activity: string | null
  sectorId: string
  municipalityCode: string | null
  municipalityName: string | null
  province: string | null
  address: string | null
  postcode: string | null
  pec: string | null
  email: string | null
  website: string | null
  employeesDependent: number | null
  employeesIndependent: number | null
  sizeClass: SizeClass
  capitalEuro: string | null
  young: boolean
  female: boolean
  foreign: boolean
  artisan: boolean
  extra: Record<string, string>
}

/** A firm as one row, or several of its rows together, tell of it. */
export type JudgedFirm = {
  codiceFiscale: string
  /** The row of the head office speaks for the firm: 2; a local unit's: 0. One more for one that has not ceased. */
  rank: number
  values: RegisterValues
  phones: Phone[]
  sites: Site[]
}

/** Why a row tells of none: the column's name in the file, what stands there, a message under `register.reasons`. */
export type Rejected = { column: string; value: string; reason: RejectReason }

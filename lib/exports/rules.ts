import { dayOf } from '@/lib/today/rules'
import type {
  AtecoVersion,
  DigitalLevel,
  NeedPriority,
  NeedStatus,
  RegisterStatus,
  SizeClass,
} from '@/prisma/client/enums'

/** Columns of the file of all firms, in their order; their heads are texts under `exports.columns`. */
export const FIRM_COLUMNS = [
  ...(['taxCode', 'vat', 'rea', 'name', 'legalForm', 'status', 'registeredOn', 'ceasedOn'] as const),
  ...(['ateco', 'sector', 'municipality', 'municipalityCode', 'province', 'address', 'postcode'] as const),
  ...(['sizeClass', 'employees', 'young', 'female', 'foreign', 'digitalLevel', 'contact'] as const),
  ...(['pec', 'email', 'website', 'phones'] as const),
]

/** Columns of the file of all needs. */
export const NEED_COLUMNS = [
  ...(['name', 'taxCode', 'municipality', 'sector', 'need', 'priority', 'words', 'status', 'office'] as const),
  ...(['assignee', 'recordedOn', 'saidAt', 'takenUpOn', 'dueOn', 'closedOn', 'answer'] as const),
]

export type ExportedFirm = {
  taxCode: string | null
  vat: string | null
  reaProvince: string | null
  reaNumber: string | null
  name: string
  legalForm: string | null
  status: RegisterStatus
  registeredOn: string | null
  ceasedOn: string | null
  ateco: string | null
  atecoVersion: AtecoVersion | null
  sectorIt: string
  sectorEn: string
  municipality: string | null
  municipalityCode: string | null
  province: string | null
  address: string | null
  postcode: string | null
  sizeClass: SizeClass
  employeesDependent: number | null
  employeesIndependent: number | null
  young: boolean
  female: boolean
  foreign: boolean
  digitalLevel: DigitalLevel | null
  doNotContact: boolean
  pec: string | null
  email: string | null
  website: string | null
  phones: string[]
}

export type ExportedNeed = {
  words: string | null
  priority: NeedPriority
  status: NeedStatus
  recordedAt: Date
  takenUpAt: Date | null
  closedAt: Date | null
  dueOn: Date | null
  callId: string | null
  visitId: string | null
  firm: {
    name: string
    codiceFiscale: string
    municipalityName: string | null
    municipality: { name: string } | null
    sector: { nameIt: string; nameEn: string }
  }
  needType: { nameIt: string; nameEn: string }
  office: { nameIt: string; nameEn: string } | null
  assignee: { name: string } | null
  referrals: { answer: string | null }[]
}

/** The words of the screen for what a cell may hold. */
export type CellWords = {
  nameOf(row: { nameIt: string; nameEn: string }): string
  status(status: RegisterStatus): string
  size(size: SizeClass): string
  level(level: DigitalLevel): string
  priority(priority: NeedPriority): string
  needStatus(status: NeedStatus): string
  said(where: 'call' | 'visit' | 'both'): string
  contact(contactable: boolean): string
  yes: string
  no: string
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** The cells of one firm, in the order of `FIRM_COLUMNS`. Days are ISO 8601, which every spreadsheet reads. */
export function firmCells(firm: ExportedFirm, words: CellWords): string[] {
  const staff = [firm.employeesDependent, firm.employeesIndependent].filter((count) => count !== null)
  const flag = (value: boolean) => (value ? words.yes : words.no)
  const cells: Record<(typeof FIRM_COLUMNS)[number], unknown> = {
    ...firm,
    rea: firm.reaNumber && `${text(firm.reaProvince)}-${firm.reaNumber}`,
    status: words.status(firm.status),
    sector: words.nameOf({ nameIt: firm.sectorIt, nameEn: firm.sectorEn }),
    sizeClass: words.size(firm.sizeClass),
    employees: staff.length ? staff.reduce((sum, count) => sum + count, 0) : null,
    young: flag(firm.young),
    female: flag(firm.female),
    foreign: flag(firm.foreign),
    digitalLevel: firm.digitalLevel && words.level(firm.digitalLevel),
    contact: words.contact(!firm.doNotContact),
    phones: firm.phones.join(' / '),
  }
  return FIRM_COLUMNS.map((column) => text(cells[column]))
}

/** The cells of one need, in the order of `NEED_COLUMNS`; days in Italy. */
export function needCells(need: ExportedNeed, words: CellWords): string[] {
  const day = (at: Date | null) => at && dayOf(at)
  const cells: Record<(typeof NEED_COLUMNS)[number], unknown> = {
    name: need.firm.name,
    taxCode: need.firm.codiceFiscale,
    municipality: need.firm.municipality?.name ?? need.firm.municipalityName,
    sector: words.nameOf(need.firm.sector),
    need: words.nameOf(need.needType),
    priority: words.priority(need.priority),
    words: need.words,
    status: words.needStatus(need.status),
    office: need.office && words.nameOf(need.office),
    assignee: need.assignee?.name,
    recordedOn: day(need.recordedAt),
    saidAt: words.said(need.visitId ? (need.callId ? 'both' : 'visit') : 'call'),
    takenUpOn: day(need.takenUpAt),
    dueOn: need.dueOn?.toISOString().slice(0, 10),
    closedOn: day(need.closedAt),
    answer: need.referrals[0]?.answer,
  }
  return NEED_COLUMNS.map((column) => text(cells[column]))
}

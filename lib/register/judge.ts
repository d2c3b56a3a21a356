import { searchName, sizeClassOf } from '@/lib/firms/rules'
import type { Column, Layout } from '@/lib/register/columns'
import { type Ateco, judgeAteco } from '@/lib/register/judge-ateco'
import { judgeCodiceFiscale, judgePartitaIva, judgeRea } from '@/lib/register/judge-code'
import { judgePhones, type Phone } from '@/lib/register/judge-phone'
import { type KnownMunicipality, placeFinder } from '@/lib/register/judge-place'
import { judgeSite, judgeStatus, judgeUnit, type Site } from '@/lib/register/judge-site'
import {
  isPlainFlag,
  judgeCapital,
  judgeCount,
  judgeDate,
  judgeEmail,
  judgeFlag,
  judgeName,
  judgePostcode,
  judgeText,
  judgeWebsite,
} from '@/lib/register/judge-value'
import { judgeLegalForm } from '@/lib/register/legal-forms'
import type { RejectReason } from '@/lib/register/schema'
import { sectorFinder } from '@/lib/register/sectors'
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

export type JudgedFirm = {
  codiceFiscale: string
  /** The row of the head office speaks for the firm: 2; a local unit's: 0. One more for one that has not ceased. */
  rank: number
  values: RegisterValues
  phones: Phone[]
  sites: Site[]
}

export type Rejected = { column: string; value: string; reason: RejectReason }

export type Reference = { municipalities: KnownMunicipality[]; prefixes: { prefix: string; sectorId: string }[] }

/** Staff classes of the start-up list. Source: legend of the official list. 0–4 lies across two of the product's. */
const STAFF_CLASSES: Record<string, SizeClass> = {
  B: 'staff_2_9',
  C: 'staff_10_49',
  D: 'staff_10_49',
  E: 'staff_50_plus',
  F: 'staff_50_plus',
}

/** Makes the judge of one file's rows: cells in, a firm with its site or the reason against it out. */
export function judgeOf(layout: Layout, reference: Reference) {
  const findPlace = placeFinder(reference.municipalities)
  const findSector = sectorFinder(reference.prefixes)
  const { columns, header, extras } = layout
  const width = header.length

  const reject = (column: Column, value: string, reason: RejectReason): Rejected => ({
    column: (header[columns[column] ?? -1] ?? '').replace(/\s+/g, ' ').trim(),
    value,
    reason,
  })

  return (cells: string[]): JudgedFirm | Rejected => {
    const cell = (column: Column) => cells[columns[column] ?? -1] ?? ''
    while (cells.length > width && !cells.at(-1)?.trim()) cells.pop()
    if (cells.length !== width) return { column: '', value: String(cells.length), reason: 'columnCount' }

    const legalForm = judgeLegalForm(cell('legalForm'))
    const partitaIva = judgePartitaIva(cell('partitaIva'))
    const found = judgeCodiceFiscale(cell('codiceFiscale'))
    if ('invalid' in found) return reject('codiceFiscale', cell('codiceFiscale'), 'codiceFiscaleInvalid')
    // A sole trader's code is a person's 16 characters: it does not follow from the VAT number.
    const codiceFiscale = 'code' in found ? found.code : legalForm === 'DI' ? null : partitaIva
    if (!codiceFiscale) {
      if (columns.codiceFiscale === undefined) return reject('partitaIva', cell('partitaIva'), 'partitaIvaInvalid')
      return reject('codiceFiscale', cell('codiceFiscale'), 'codiceFiscaleMissing')
    }
    const name = judgeName(cell('name'))
    if (!name || !searchName(name)) return reject('name', cell('name'), 'nameMissing')

    const rea = judgeRea(cell('reaProvince') || cell('province'), cell('reaNumber'))
    const unit = judgeUnit(cell('unit'))
    const place = findPlace(cell('municipality'), cell('municipalityCode'), cell('province'), cell('reaProvince'))
    const address = judgeText(cell('address'))
    const postcode = judgePostcode(cell('postcode'))
    const activity = judgeText(cell('activity'))
    const ateco = judgeCodes(cell, activity)
    const dependent = judgeCount(cell('dependent'))
    const independent = judgeCount(cell('independent'))
    const ceasedOn = judgeDate(cell('ceasedOn'))
    const status = judgeStatus(cell, name, ceasedOn)
    const values: RegisterValues = {
      partitaIva,
      reaProvince: rea?.province ?? null,
      reaNumber: rea?.number ?? null,
      name,
      searchName: searchName(name),
      legalForm,
      status,
      registeredOn: judgeDate(cell('registeredOn')),
      startedOn: judgeDate(cell('startedOn')),
      ceasedOn,
      ateco: ateco.main,
      atecoVersion: ateco.version,
      atecoCodes: ateco.codes,
      activity,
      sectorId: findSector(ateco.main),
      municipalityCode: place.code,
      municipalityName: place.name,
      province: place.province,
      address,
      postcode,
      pec: judgeEmail(cell('pec')),
      email: judgeEmail(cell('email')),
      website: judgeWebsite(cell('website')),
      employeesDependent: dependent,
      employeesIndependent: independent,
      sizeClass:
        STAFF_CLASSES[cell('staffClass').trim().toUpperCase()] ??
        sizeClassOf(dependent ?? judgeCount(cell('staff')), independent),
      capitalEuro: judgeCapital(cell('capital'), cell('currency')),
      young: judgeFlag(cell('young')),
      female: judgeFlag(cell('female')),
      foreign: judgeFlag(cell('foreign')),
      artisan: /[^\s0]/.test(cell('artisanNumber')) || isArtisan(cell('sections')),
      extra: extrasOf(cells),
    }
    const sites = rea ? [judgeSite(cell, { ...rea, unit, address, postcode, place })] : []
    const rank = (unit === 'SEDE' ? 2 : 0) + (status === 'ceased' ? 0 : 1)
    return { codiceFiscale, rank, values, phones: judgePhones(cell('phone')), sites }
  }

  function extrasOf(cells: string[]): Record<string, string> {
    const extra: Record<string, string> = {}
    for (const { index, label } of extras) {
      const text = judgeText(cells[index] ?? '')
      if (text) extra[label] = text
    }
    for (const column of ['young', 'female', 'foreign'] as const) {
      const index = columns[column]
      if (index !== undefined && !isPlainFlag(cells[index] ?? ''))
        extra[(header[index] ?? '').replace(/\s+/g, ' ').trim()] = (cells[index] ?? '').trim()
    }
    return extra
  }

  /** The newer classification speaks where a file has both. */
  function judgeCodes(cell: (column: Column) => string, activity: string | null): Ateco {
    const newer = judgeAteco(cell('ateco2025'), 'ateco_2025', activity ?? '')
    if (newer.main) return newer
    const older = judgeAteco(cell('ateco2007'), 'ateco_2007', activity ?? '')
    return older.main ? older : judgeAteco(cell('ateco'), null, activity ?? '')
  }
}

/** Sections are letters, alone or in a row (`A`, `O-A`, `OA`); `REA` is none. */
function isArtisan(sections: string): boolean {
  return sections
    .toUpperCase()
    .split(/[^A-Z]+/)
    .some((token) => token !== 'REA' && token.includes('A') && token.length <= 4)
}

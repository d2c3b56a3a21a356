import { searchName } from '@/lib/firms/rules'
import type { Column } from '@/lib/register/column-names'
import { type Layout, labelOf } from '@/lib/register/columns'
import type { JudgedFirm, RegisterValues, Rejected } from '@/lib/register/firm'
import { atecoJudge } from '@/lib/register/judge-ateco'
import { judgeCodiceFiscale, judgePartitaIva, judgeRea } from '@/lib/register/judge-code'
import { extraJudge } from '@/lib/register/judge-extra'
import { judgePhones } from '@/lib/register/judge-phone'
import { type KnownMunicipality, placeFinder } from '@/lib/register/judge-place'
import { judgeSite, judgeStatus, judgeUnit } from '@/lib/register/judge-site'
import { isArtisan, judgeSize } from '@/lib/register/judge-size'
import {
  judgeCapital,
  judgeCount,
  judgeDate,
  judgeEmail,
  judgeName,
  judgePostcode,
  judgeText,
  judgeWebsite,
} from '@/lib/register/judge-value'
import { judgeLegalForm } from '@/lib/register/legal-forms'
import type { RejectReason } from '@/lib/register/schema'
import { type Classification, type SectorPrefix, sectorFinder } from '@/lib/register/sectors'
import { flagOf } from '@/lib/register/words'

export type Reference = {
  municipalities: KnownMunicipality[]
  prefixes: SectorPrefix[]
  classification?: Classification
}

/**
 * Makes the judge of one file's rows: cells in; a firm with its site, or the reason against it, out. Only the codice
 * fiscale, the name and the number of cells can reject a row: any other value that cannot be one is left blank.
 */
export function judgeOf(layout: Layout, reference: Reference): (cells: string[]) => JudgedFirm | Rejected {
  const findPlace = placeFinder(reference.municipalities)
  const findSector = sectorFinder(reference.prefixes, reference.classification)
  const judgeAteco = atecoJudge()
  const judgeExtra = extraJudge(layout)
  const { columns, words } = layout
  const width = layout.header.length
  const reject = (column: Column, value: string, reason: RejectReason): Rejected => {
    return { column: labelOf(layout, columns[column]), value, reason }
  }
  let row: string[] = []
  const cell = (column: Column) => row[columns[column] ?? -1] ?? ''

  return (cells) => {
    while (cells.length > width && !cells.at(-1)?.trim()) cells.pop()
    if (cells.length !== width) return { column: '', value: String(cells.length), reason: 'columnCount' }
    row = cells

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
    const spelling = name ? searchName(name) : ''
    if (!name || !spelling) return reject('name', cell('name'), 'nameMissing')

    const rea = judgeRea(cell('reaProvince') || cell('province'), cell('reaNumber'))
    const unit = judgeUnit(cell('unit'))
    const place = findPlace(cell('municipality'), cell('municipalityCode'), cell('province'), cell('reaProvince'))
    const address = judgeText(cell('address'))
    const postcode = judgePostcode(cell('postcode'))
    const activity = judgeText(cell('activity'))
    const ateco = judgeAteco(cell, activity ?? '')
    const dependent = judgeCount(cell('dependent'))
    const independent = judgeCount(cell('independent'))
    const ceasedOn = judgeDate(cell('ceasedOn'))
    const status = judgeStatus(cell, name, ceasedOn, words)
    const values: RegisterValues = {
      partitaIva,
      reaProvince: rea?.province ?? null,
      reaNumber: rea?.number ?? null,
      name,
      searchName: spelling,
      legalForm,
      status,
      registeredOn: judgeDate(cell('registeredOn')),
      startedOn: judgeDate(cell('startedOn')),
      ceasedOn,
      ateco: ateco.main,
      atecoVersion: ateco.version,
      atecoCodes: ateco.codes,
      activity,
      sectorId: findSector(ateco.main, ateco.version),
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
      sizeClass: judgeSize({ dependent, independent, total: judgeCount(cell('staff')), letter: cell('staffClass') }),
      capitalEuro: judgeCapital(cell('capital'), cell('currency')),
      young: flagOf('young', cell('young'), words),
      female: flagOf('female', cell('female'), words),
      foreign: flagOf('foreign', cell('foreign'), words),
      artisan: isArtisan(cell('artisanNumber'), cell('sections')),
      extra: judgeExtra(cells),
    }
    const sites = rea ? [judgeSite(cell, { ...rea, unit, address, postcode, place })] : []
    const rank = (unit === 'SEDE' ? 2 : 0) + (status === 'ceased' ? 0 : 1)
    return { codiceFiscale, rank, values, phones: judgePhones(cell('phone')), sites }
  }
}

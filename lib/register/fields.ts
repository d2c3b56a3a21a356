import type { Column } from '@/lib/register/column-names'
import type { Layout } from '@/lib/register/columns'
import type { RegisterValues } from '@/lib/register/firm'
import { extraLabels } from '@/lib/register/judge-extra'

export type FirmField = keyof RegisterValues

export type Field = {
  field: FirmField
  /** Of table `firm`. */
  column: string
  type: string
  /** Columns of the file that can say it; a file without any of them says nothing of it and changes nothing. */
  from: Column[]
  /** Derived from these: where a person corrected one of them, it follows the correction. */
  follows?: FirmField[]
}

const ATECO: Column[] = ['ateco', 'ateco2007', 'ateco2025']
const PLACE: Column[] = ['municipality', 'municipalityCode']

/** Every column of a firm that the register speaks of. `extra` is treated apart: each file has its own. */
export const FIRM_FIELDS: Field[] = [
  { field: 'partitaIva', column: 'partita_iva', type: 'text', from: ['partitaIva'] },
  { field: 'reaProvince', column: 'rea_province', type: 'text', from: ['reaNumber'] },
  { field: 'reaNumber', column: 'rea_number', type: 'text', from: ['reaNumber'] },
  { field: 'name', column: 'name', type: 'text', from: ['name'] },
  { field: 'searchName', column: 'search_name', type: 'text', from: ['name'], follows: ['name'] },
  { field: 'legalForm', column: 'legal_form', type: 'text', from: ['legalForm'] },
  {
    field: 'status',
    column: 'status',
    type: 'register_status',
    from: ['status', 'ceasedOn', 'insolventOn', 'liquidationOn'],
  },
  { field: 'registeredOn', column: 'registered_on', type: 'date', from: ['registeredOn'] },
  { field: 'startedOn', column: 'started_on', type: 'date', from: ['startedOn'] },
  { field: 'ceasedOn', column: 'ceased_on', type: 'date', from: ['ceasedOn'] },
  { field: 'ateco', column: 'ateco', type: 'text', from: ATECO },
  { field: 'atecoVersion', column: 'ateco_version', type: 'ateco_version', from: ATECO },
  { field: 'atecoCodes', column: 'ateco_codes', type: 'text[]', from: ATECO },
  { field: 'activity', column: 'activity', type: 'text', from: ['activity'] },
  { field: 'sectorId', column: 'sector_id', type: 'uuid', from: ATECO, follows: ['ateco'] },
  { field: 'municipalityCode', column: 'municipality_code', type: 'text', from: PLACE },
  { field: 'municipalityName', column: 'municipality_name', type: 'text', from: PLACE },
  { field: 'province', column: 'province', type: 'text', from: [...PLACE, 'province'] },
  { field: 'address', column: 'address', type: 'text', from: ['address'] },
  { field: 'postcode', column: 'postcode', type: 'text', from: ['postcode'] },
  { field: 'pec', column: 'pec', type: 'text', from: ['pec'] },
  { field: 'email', column: 'email', type: 'text', from: ['email'] },
  { field: 'website', column: 'website', type: 'text', from: ['website'] },
  { field: 'employeesDependent', column: 'employees_dependent', type: 'int', from: ['dependent'] },
  { field: 'employeesIndependent', column: 'employees_independent', type: 'int', from: ['independent'] },
  {
    field: 'sizeClass',
    column: 'size_class',
    type: 'size_class',
    from: ['dependent', 'independent', 'staff', 'staffClass'],
    follows: ['employeesDependent', 'employeesIndependent'],
  },
  { field: 'capitalEuro', column: 'capital_euro', type: 'numeric(18,2)', from: ['capital'] },
  { field: 'young', column: 'young', type: 'boolean', from: ['young'] },
  { field: 'female', column: 'female', type: 'boolean', from: ['female'] },
  { field: 'foreign', column: 'foreign', type: 'boolean', from: ['foreign'] },
  { field: 'artisan', column: 'artisan', type: 'boolean', from: ['sections', 'artisanNumber'] },
]

/** What a file speaks of: everything else of a firm stays as it is. */
export type Carried = {
  fields: Field[]
  phones: boolean
  sites: boolean
  /** Labels of `extra` that belong to this file. */
  extras: string[]
}

export function carriedBy(layout: Layout): Carried {
  const has = (column: Column) => layout.columns[column] !== undefined
  return {
    fields: FIRM_FIELDS.filter(({ from }) => from.some(has)),
    phones: has('phone'),
    sites: has('reaNumber'),
    extras: extraLabels(layout),
  }
}

/** Quoted, because `foreign` is a word of SQL. */
export const quoted = (column: string) => `"${column}"`

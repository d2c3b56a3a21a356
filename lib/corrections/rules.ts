import type { FirmCorrection } from '@/lib/corrections/schema'

/** Columns of the firm that a person may correct; an import leaves a corrected one alone. */
export const CORRECTABLE = [
  'name',
  'email',
  'pec',
  'website',
  'address',
  'postcode',
  'municipalityCode',
  'employeesDependent',
  'employeesIndependent',
] as const satisfies (keyof FirmCorrection)[]
export type CorrectableField = (typeof CORRECTABLE)[number]
export type CorrectableValues = Pick<FirmCorrection, CorrectableField>

export const HEADCOUNTS = ['employeesDependent', 'employeesIndependent'] as const

export function isCorrectable(field: string): field is CorrectableField {
  return (CORRECTABLE as readonly string[]).includes(field)
}

export function isHeadcount(field: string): boolean {
  return (HEADCOUNTS as readonly string[]).includes(field)
}

/** Corrections are kept as text, whatever the column. */
export function asText(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

/** The text of a correction as its column takes it. */
export function asColumn(field: CorrectableField, text: string | null): string | number | null {
  return text !== null && isHeadcount(field) ? Number(text) : text
}

/** The values of a firm's form as text, by field. */
export function inText(values: CorrectableValues): Record<CorrectableField, string | null> {
  return Object.fromEntries(CORRECTABLE.map((field) => [field, asText(values[field])])) as Record<
    CorrectableField,
    string | null
  >
}

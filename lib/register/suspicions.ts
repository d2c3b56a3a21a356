import type { Column } from '@/lib/register/column-names'
import { type Layout, labelOf } from '@/lib/register/columns'
import type { JudgedFirm } from '@/lib/register/firm'

/** What cannot be quite right in a row that is taken in: messages under `register.suspicions`. */
export const SUSPICIONS = [
  'partitaIvaInvalid',
  'municipalityUnknown',
  'dateInFuture',
  'dateInvalid',
  'atecoInvalid',
  'pecInvalid',
  'capitalInvalid',
  'duplicateRow',
] as const
export type SuspicionReason = (typeof SUSPICIONS)[number]

export type Suspicion = { column: string; value: string; reason: SuspicionReason }

type Values = JudgedFirm['values']

/** Columns whose cell says something, though nothing could be made of it: it is left blank. */
const UNREAD: [Column, (values: Values) => unknown, SuspicionReason][] = [
  ['registeredOn', (values) => values.registeredOn, 'dateInvalid'],
  ['startedOn', (values) => values.startedOn, 'dateInvalid'],
  ['ceasedOn', (values) => values.ceasedOn, 'dateInvalid'],
  ['ateco', (values) => values.ateco, 'atecoInvalid'],
  ['pec', (values) => values.pec, 'pecInvalid'],
  ['capital', (values) => values.capitalEuro, 'capitalInvalid'],
]
const DATES: [Column, (values: Values) => string | null][] = [
  ['registeredOn', (values) => values.registeredOn],
  ['startedOn', (values) => values.startedOn],
  ['ceasedOn', (values) => values.ceasedOn],
]
/** How registers print that there is nothing. */
const NOTHING = /^[\s0.,/\-–]*$|^(assente|nessun[oa]?|n\.?d\.?)$/i

/**
 * Makes the second look at one file's rows, once they are judged. `provinces` are those whose municipalities are known
 * by name; `today` is `yyyy-mm-dd`.
 */
export function suspicionsOf(layout: Layout, provinces: Set<string>, today: string) {
  const { columns } = layout
  const known = <T extends [Column, ...unknown[]]>(list: T[]) =>
    list.filter(([column]) => columns[column] !== undefined)
  const [unread, dates] = [known(UNREAD), known(DATES)]

  const says = (cell: string | undefined) => (cell ? !NOTHING.test(cell) : false)
  const at = (column: Column) => columns[column] ?? -1

  return (cells: string[], { values }: JudgedFirm): Suspicion[] => {
    const found: [Column, SuspicionReason][] = []
    if (values.partitaIva === null && says(cells[at('partitaIva')])) found.push(['partitaIva', 'partitaIvaInvalid'])
    for (const [column, value, reason] of unread)
      if (value(values) === null && says(cells[at(column)])) found.push([column, reason])
    for (const [column, date] of dates) if ((date(values) ?? '') > today) found.push([column, 'dateInFuture'])
    if (values.municipalityCode === null && values.municipalityName !== null) {
      if (values.province === null || provinces.has(values.province))
        found.push(['municipality', 'municipalityUnknown'])
    }
    return found.map(([column, reason]) => ({
      column: labelOf(layout, at(column)),
      value: cells[at(column)] ?? '',
      reason,
    }))
  }
}

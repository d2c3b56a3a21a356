import { searchName } from '@/lib/firms/rules'
import { COLUMN_NAMES, type Column } from '@/lib/register/column-names'
import type { FoundFile, ImportChoices } from '@/lib/register/schema'

/** Where each known column stands in the file's rows, and which unknown ones are kept beside the firm. */
export type Layout = {
  header: string[]
  columns: Partial<Record<Column, number>>
  extras: { index: number; label: string }[]
  /** Which word of the file a person gave which meaning. */
  words: ImportChoices['words']
}

/** Footnote marks such as `(8)` and line breaks inside a header cell are not part of its name. */
export const headerName = (cell: string) => searchName(cell.replace(/\(\d+\)/g, ' '))

/** The name of a column as it is shown: on one line. */
export const labelOf = ({ header }: { header: string[] }, index: number | undefined) =>
  (header[index ?? -1] ?? '').replace(/\s+/g, ' ').trim()

const BY_NAME = new Map(
  Object.entries(COLUMN_NAMES).flatMap(([column, names]) =>
    names.split(',').map((name) => [headerName(name), column as Column] as const),
  ),
)

/**
 * Recognises the columns by name: short and long InfoCamere headers, the start-up list, what others call them. What a
 * person chose for a column, by its place, goes before its name.
 */
export function layoutOf(header: string[], chosen: Partial<ImportChoices> = {}): Layout {
  const layout: Layout = { header, columns: {}, extras: [], words: chosen.words ?? {} }
  const wishes = chosen.columns ?? {}
  for (const [index, wish] of Object.entries(wishes))
    if (wish !== 'keep' && wish !== 'ignore' && Number(index) < header.length) layout.columns[wish] ??= Number(index)
  header.forEach((cell, index) => {
    const wish = wishes[index]
    const column = wish ? undefined : BY_NAME.get(headerName(cell))
    if (column && layout.columns[column] === undefined) layout.columns[column] = index
    else if (wish !== 'ignore' && !isTaken(layout, wish, index) && labelOf(layout, index))
      layout.extras.push({ index, label: labelOf(layout, index) })
  })
  return layout
}

const isTaken = ({ columns }: Layout, wish: string | undefined, index: number) =>
  wish !== undefined && wish !== 'keep' && columns[wish as Column] === index

/** Without the key and the name nothing can be brought in: which of them no column says. */
export function missingIn({ columns }: Layout): FoundFile['missing'] {
  const keyed = columns.codiceFiscale !== undefined || columns.partitaIva !== undefined
  return [...(keyed ? [] : (['codiceFiscale'] as const)), ...(columns.name === undefined ? (['name'] as const) : [])]
}

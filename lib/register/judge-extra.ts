import type { Column } from '@/lib/register/column-names'
import { type Layout, labelOf } from '@/lib/register/columns'
import { currencyOf, isPlainFlag, judgeText } from '@/lib/register/judge-value'

const FLAGS = ['young', 'female', 'foreign'] as const
/** Classifications, the newer first: only the first one of a row becomes the firm's codes. */
const ATECO = ['ateco2025', 'ateco2007', 'ateco'] as const

type Kept = { index: number; label: string }

const placed = (layout: Layout, columns: readonly Column[]): Kept[] =>
  columns.flatMap((column) => {
    const index = layout.columns[column]
    return index === undefined ? [] : [{ index, label: labelOf(layout, index) }]
  })

/** The labels under which `extra` of this file can hold something. */
export function extraLabels(layout: Layout): string[] {
  const others = [...placed(layout, FLAGS), ...placed(layout, ATECO).slice(1), ...placed(layout, ['capital'])]
  return [...layout.extras, ...others].map(({ label }) => label)
}

/**
 * What the product has no field for, as printed: unknown columns; a flag's own definition (`Forte`, `Esclusiva`); the
 * codes of the older classification beside those of the newer; a capital that is in neither euro nor lire.
 */
export function extraJudge(layout: Layout): (cells: string[]) => Record<string, string> {
  const flags = placed(layout, FLAGS)
  const codes = placed(layout, ATECO)
  const [capital] = placed(layout, ['capital'])
  const currency = layout.columns.currency ?? -1
  return (cells) => {
    const extra: Record<string, string> = {}
    for (const { index, label } of layout.extras) {
      const cell = cells[index]
      // `()` is what a template prints around nothing.
      const text = cell && /[^\s()]/.test(cell) ? judgeText(cell) : null
      if (text) extra[label] = text
    }
    for (const { index, label } of flags) {
      const text = cells[index] ?? ''
      if (!isPlainFlag(text)) extra[label] = text.trim()
    }
    if (codes.length > 1) {
      const told = codes.filter(({ index }) => cells[index]?.trim())
      for (const { index, label } of told.slice(1)) extra[label] = judgeText(cells[index] ?? '') ?? ''
    }
    if (capital) {
      const amount = (cells[capital.index] ?? '').trim()
      const unit = (cells[currency] ?? '').trim()
      if (amount && unit && currencyOf(unit) === null) extra[capital.label] = `${amount} ${unit}`
    }
    return extra
  }
}

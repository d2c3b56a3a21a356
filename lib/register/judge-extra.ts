import { type Layout, labelOf } from '@/lib/register/columns'
import { isPlainFlag, judgeText } from '@/lib/register/judge-value'

const FLAGS = ['young', 'female', 'foreign'] as const

/** The labels under which `extra` of this file can hold something. */
export function extraLabels(layout: Layout): string[] {
  const flags = FLAGS.map((flag) => layout.columns[flag]).filter((index) => index !== undefined)
  return [...layout.extras.map((extra) => extra.label), ...flags.map((index) => labelOf(layout, index))]
}

/** What the product has no field for, and a flag's own definition (`Forte`, `Esclusiva`) beside the flag. */
export function extraJudge(layout: Layout): (cells: string[]) => Record<string, string> {
  const flags = FLAGS.map((flag) => layout.columns[flag])
    .filter((index) => index !== undefined)
    .map((index) => ({ index, label: labelOf(layout, index) }))
  return (cells) => {
    const extra: Record<string, string> = {}
    for (const { index, label } of layout.extras) {
      const text = judgeText(cells[index] ?? '')
      if (text) extra[label] = text
    }
    for (const { index, label } of flags) {
      const text = cells[index] ?? ''
      if (!isPlainFlag(text)) extra[label] = text.trim()
    }
    return extra
  }
}

import type { Layout } from '@/lib/register/columns'
import { isYes } from '@/lib/register/judge-value'
import { type ImportChoices, type NewWord, WORDED, type Worded } from '@/lib/register/schema'
import type { RegisterStatus } from '@/prisma/client/enums'

/** What a column of its own says of the firm's status, in the register's words. */
const STATED: [RegExp, RegisterStatus][] = [
  [/^(cessat|cancellat)/i, 'ceased'],
  [/liquidazione giudiziale|fallit|falliment|insolven|procedur/i, 'insolvent'],
  [/liquidazion|scioglimento/i, 'in_liquidation'],
  [/^(inattiv|sospes)/i, 'inactive'],
  [/^(attiv|registrat)/i, 'active'],
]
/** What says no, and what says that nobody knows, which counts as no. */
const NO = /^(no?|0|false|falso|-+|n\.?\s?[da]\.?|assente|minoritaria|non (disponibile|presente|prevalente))?$/i

/** More different words than this are no words of a list. */
const MOST_WORDS = 50

/** A word as it is looked up: without its looks. */
export const wordOf = (cell: string) => cell.trim().replace(/\s+/g, ' ').toUpperCase().slice(0, 200)

/** The status a word means: as a person decided, else as the register uses it; undefined for a new word. */
export function statusOf(cell: string, words?: ImportChoices['words']): RegisterStatus | undefined {
  return words?.status?.[wordOf(cell)] ?? STATED.find(([known]) => known.test(cell.trim()))?.[1]
}

/** Whether a flag is set: as a person decided, else as the register prints it; a new word is no. */
export function flagOf(flag: Exclude<Worded, 'status'>, cell: string, words?: ImportChoices['words']): boolean {
  if (cell === '') return false
  const decided = words?.[flag]
  return decided ? (decided[wordOf(cell)] ?? (isYes(cell) ? 'yes' : 'no')) === 'yes' : isYes(cell)
}

const isKnown = (column: Worded, cell: string, words: ImportChoices['words']) =>
  words[column]?.[wordOf(cell)] !== undefined ||
  (column === 'status' ? statusOf(cell) !== undefined : isYes(cell) || NO.test(cell.trim()))

/** Counts, while rows are read, the words that neither the product nor a person knows. */
export function wordCounter({ columns, words }: Layout): { count(cells: string[]): void; found(): NewWord[] } {
  const watched = WORDED.flatMap((column) => {
    const index = columns[column]
    return index === undefined ? [] : [{ column, index, cells: new Map<string, number>() }]
  })
  return {
    count(row) {
      for (const { index, cells } of watched) {
        const cell = row[index]
        if (!cell) continue
        const before = cells.get(cell)
        if (before !== undefined) cells.set(cell, before + 1)
        else if (cells.size < MOST_WORDS) cells.set(cell, 1)
      }
    },
    found() {
      const rows = new Map<string, NewWord>()
      for (const { column, cells } of watched)
        for (const [cell, count] of cells) {
          const word = wordOf(cell)
          if (!word || isKnown(column, cell, words)) continue
          const key = `${column} ${word}`
          rows.set(key, { column, word, rows: (rows.get(key)?.rows ?? 0) + count })
        }
      return [...rows.values()].sort((a, b) => b.rows - a.rows)
    },
  }
}

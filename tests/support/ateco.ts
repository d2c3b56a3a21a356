/** A classification in miniature, but with as many divisions as a whole one has: each with one group and class below. */
const DIVISIONS = Array.from({ length: 87 }, (_, i) => String(i + 1).padStart(2, '0'))

const STRUCTURE = ['ORDINE', 'CODICE_ATECO_2025', 'TITOLO_ITALIANO_ATECO_2025', 'TITOLO_INGLESE_ATECO_2025']

/** Rows of ISTAT's structure of 2025; `more` adds or, by the same code, comes before those of the miniature. */
export function structure(more: [code: string, it: string, en: string][] = []): string[][] {
  const own = DIVISIONS.map((code) => [code, `Attività ${code}`, `Activity ${code}`])
  return [
    STRUCTURE,
    ['1', 'A', 'SEZIONE A', 'SECTION A'],
    ...[...more, ...own].map((row, i) => [String(i + 2), ...row]),
  ]
}

/** Rows of the crosswalk; divisions that `pairs` do not name go to themselves. */
export function crosswalk(pairs: [code2007: string, code2025: string][] = []): string[][] {
  const own = DIVISIONS.map((code) => [code, code] as [string, string])
  const header = ['CODICE_ATECO_2022', 'TITOLO_ATECO_2022', 'CODICE_ATECO_2025_RAPPRESENTATIVO']
  return [header, ...[...pairs, ...own].map(([older, newer]) => [older, `Attività ${older} del 2007`, newer])]
}

export const csv = (rows: string[][], separator = ';') =>
  rows.map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator)).join('\r\n')

export const file = (text: string) => ({ name: 'ateco.csv', bytes: Buffer.from(text) })

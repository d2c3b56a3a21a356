import Papa from 'papaparse'

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. Source: OWASP, CSV injection. */
export const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** What every CSV file of the product begins with, for Excel to see that it is UTF-8. */
export const CSV_BOM = '\ufeff'

/** Rows of a CSV file as Italian spreadsheets open it (`;`, CRLF), each cell made harmless. */
export const csvLines = (rows: string[][]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(harmless)),
        { delimiter: ';', newline: '\r\n' },
      )}\r\n`

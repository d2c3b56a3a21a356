import { type PageTable, sheetOf } from '@/lib/insight/figures'

/** The tables one under the other, for Excel: `;`, UTF-8 with BOM, decimals as the language writes them. */
export async function csvOf(tables: PageTable[], locale: string): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const cell = (value: string | number | null) =>
    typeof value === 'number' && locale !== 'en' ? String(value).replace('.', ',') : (value ?? '')
  const lines = tables.flatMap((table, i) => {
    const { head, rows } = sheetOf(table)
    return [...(i ? [[]] : []), [table.caption], head, ...rows.map((row) => row.map(cell))]
  })
  const text = Papa.unparse(lines, { delimiter: ';', newline: '\r\n', escapeFormulae: /^[=+@\t\r]|^-(?!\d)/ })
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

/** A sheet for each table. */
export async function xlsxOf(tables: PageTable[], title: string): Promise<Blob> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  tables.forEach((table, i) => {
    const { head, rows } = sheetOf(table)
    const sheet = utils.aoa_to_sheet([[title], [table.caption], [], head, ...rows])
    utils.book_append_sheet(book, sheet, String(i + 1))
  })
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

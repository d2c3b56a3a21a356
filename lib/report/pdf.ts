import 'server-only'
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { barsSvg } from '@/lib/report/bars'
import type { Report, ReportChapter, ReportTable } from '@/lib/report/model'

const FONT = 'TitilliumWeb'
const INK = { text: '#17324D', soft: '#455B71', line: '#DCE3EA', head: '#EEF2F6' }
const MM = 72 / 25.4

/** The house's type, as its npm package brings it; nothing is fetched. */
function openPrinter() {
  const { resolve } = createRequire(`${process.cwd()}/package.json`)
  const file = (weight: number) => resolve(`@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff`)
  const regular = file(400)
  const bold = file(600)
  pdfmake.setFonts({ [FONT]: { normal: regular, bold, italics: regular, bolditalics: bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold)
  return pdfmake
}

// A number and its interval stay on a line, and so does a name of one word: pdfmake would break it within.
const cell = (text: string, index: number, more: object = {}): TableCell => ({
  text,
  noWrap: index > 0 && (!('bold' in more) || !text.includes(' ')),
  alignment: index === 0 ? 'left' : 'right',
  ...more,
})

/** Rows a table may have and still be moved whole to the next page. */
const WHOLE = 15

/** The caption is the first of the head's rows: so it stays with the rows below it, and comes again on each page. */
function tableOf({ caption, head, rows, total }: ReportTable): Content {
  const title = { text: caption, style: 'caption', colSpan: head.length }
  return {
    style: head.length > 6 ? 'wideTable' : 'table',
    unbreakable: rows.length <= WHOLE,
    table: {
      headerRows: 2,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      widths: head.map((_, index) => (index === 0 ? '*' : 'auto')),
      body: [
        [title, ...head.slice(1).map(() => '')],
        head.map((name, index) => cell(name, index, { bold: true, fillColor: INK.head })),
        ...rows.map((row) => row.map((text, index) => cell(text, index))),
        ...(total ? [total.map((text, index) => cell(text, index, { bold: true }))] : []),
      ],
    },
    layout: {
      hLineWidth: (line) => (line ? 0.5 : 0),
      vLineWidth: () => 0,
      hLineColor: () => INK.line,
      paddingTop: () => 2,
      paddingBottom: () => 2,
      paddingLeft: () => 4,
      paddingRight: () => 4,
    },
  }
}

const heading = (text: string): Content => ({ text, style: 'h2', headlineLevel: 1 })

function chapterOf({ title, sentences, bars, tables }: ReportChapter): Content[] {
  const opening: Content[] = [heading(title), ...sentences.map((text): Content => ({ text, style: 'reading' }))]
  const drawing: Content[] = bars?.length ? [{ svg: barsSvg(bars, FONT), margin: [0, 6, 0, 4] }] : []
  // A heading, what it says, its drawing and a short first table stay on one page.
  const [first, ...others] = tables
  const short = first !== undefined && first.rows.length <= WHOLE
  const together = { stack: [...opening, ...drawing, ...(short ? [tableOf(first)] : [])], unbreakable: true }
  return [together, ...(short ? others : tables).map(tableOf)]
}

/** What pdfmake prints: A4 by LANGUAGE.md §11. Exported so that a test can read what will stand on the pages. */
export function pdfDefinition(report: Report): TDocumentDefinitions {
  const { title, chamber, facts, figures, summary, chapters, method } = report
  return {
    pageSize: 'A4',
    pageMargins: [16 * MM, 18 * MM, 16 * MM, 22 * MM],
    info: { title, author: chamber, subject: report.foot },
    language: report.lang === 'en' ? 'en-GB' : 'it-IT',
    tagged: true,
    displayTitle: true,
    compress: true,
    defaultStyle: { font: FONT, fontSize: 10.5, color: INK.text, lineHeight: 1.15 },
    styles: {
      h1: { fontSize: 24, bold: true, margin: [0, 4, 0, 14] },
      h2: { fontSize: 15, bold: true, margin: [0, 16, 0, 4] },
      reading: { margin: [0, 0, 0, 4] },
      caption: { fontSize: 9, color: INK.soft, margin: [-4, 6, 0, 0] },
      table: { fontSize: 9 },
      wideTable: { fontSize: 8 },
      figure: { fontSize: 20, bold: true },
      small: { fontSize: 9, color: INK.soft },
    },
    // A heading that would stand alone at the foot of a page goes to the next.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => ({
      margin: [16 * MM, 6 * MM, 16 * MM, 0],
      fontSize: 8,
      color: INK.soft,
      columns: [
        { text: report.foot, width: '*' },
        { text: report.page(page, pages), width: 70, alignment: 'right', noWrap: true },
      ],
    }),
    content: [
      { text: chamber, style: 'small' },
      { text: title, style: 'h1' },
      {
        table: {
          widths: ['auto', '*'],
          body: facts.map(([name, value]) => [{ text: name, color: INK.soft, noWrap: true }, value]),
        },
        layout: 'noBorders',
        margin: [0, 0, 0, 10],
      },
      {
        columns: figures.map(({ label, value, note }) => ({
          stack: [
            { text: label, style: 'small' },
            { text: value, style: 'figure' },
            { text: note, style: 'small' },
          ],
        })),
        columnGap: 8,
      },
      heading(report.summaryTitle),
      ...summary.map((text): Content => ({ text, style: 'reading' })),
      ...chapters.flatMap(chapterOf),
      heading(report.methodTitle),
      { ul: method, fontSize: 9.5 },
    ],
  }
}

/** The report as a PDF: tagged, in its language, with its type inside. */
export async function pdfOf(report: Report): Promise<Buffer> {
  return openPrinter().createPdf(pdfDefinition(report)).getBuffer()
}

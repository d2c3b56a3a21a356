import 'server-only'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report, ReportTable } from '@/lib/report/model'

const MM = 56.7
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'DCE3EA' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 120 } })
const heading = (text: string) =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 320, after: 80 } })

/** Between the margins. */
const WIDTH = 178 * MM

/** `named`: the part of the width that the column of names takes; a word broken within is hard to read. */
function tableOf(
  { caption, head, rows, total }: ReportTable,
  named = head.length > 6 ? 0.22 : 0.34,
): (Paragraph | Table)[] {
  const size = head.length > 6 ? 16 : 18
  const widths = head.map((_, index) => Math.round(WIDTH * (index === 0 ? named : (1 - named) / (head.length - 1))))
  const line = (texts: string[], bold = false, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            children: [
              new Paragraph({
                alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
                // Many columns: heads of one word must not break.
                children: [new TextRun({ text, bold, size: tableHeader && head.length > 6 ? 13 : size })],
              }),
            ],
          }),
      ),
    })
  return [
    new Paragraph({ text: caption, style: 'Caption', keepNext: true, spacing: { before: 120, after: 60 } }),
    new Table({
      width: { size: Math.round(WIDTH), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: NONE },
      rows: [line(head, true, true), ...rows.map((row) => line(row)), ...(total ? [line(total, true)] : [])],
    }),
  ]
}

/** The report as a Word document, for those who go on writing: headings, sentences, tables, numbered pages. */
export async function docxOf(report: Report): Promise<Buffer> {
  const { title, chamber, facts, figures, lang } = report
  const kpis = {
    caption: report.summaryTitle,
    head: figures.map(({ label }) => label),
    rows: [figures.map(({ value }) => value), figures.map(({ note }) => note)],
  }
  const [before = '', between = ''] = report.page(1, 2).split(/\d+/)
  const document = new Document({
    title,
    creator: chamber,
    description: report.foot,
    styles: {
      default: {
        document: { run: { font: 'Titillium Web', size: 21, language: { value: lang === 'en' ? 'en-GB' : 'it-IT' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 210 * MM, height: 297 * MM },
            margin: { top: 18 * MM, bottom: 20 * MM, left: 16 * MM, right: 16 * MM },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: `${report.foot} – ${before}`, size: 16 }),
                  new TextRun({ children: [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES], size: 16 }),
                ],
              }),
            ],
          }),
        },
        children: [
          paragraph(chamber),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...facts.map(([name, value]) => paragraph(`${name}: ${value}`)),
          ...tableOf(kpis, 1 / kpis.head.length),
          heading(report.summaryTitle),
          ...report.summary.map(paragraph),
          ...report.chapters.flatMap((chapter) => [
            heading(chapter.title),
            ...chapter.sentences.map(paragraph),
            ...chapter.tables.flatMap((table) => tableOf(table)),
          ]),
          heading(report.methodTitle),
          ...report.method.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

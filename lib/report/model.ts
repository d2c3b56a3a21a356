import type { Chapter } from '@/lib/report/schema'

/** A table as it is printed: text in every cell, so that all three kinds of document say the same. */
export type ReportTable = { caption: string; head: string[]; rows: string[][]; total?: string[] }

/** Horizontal bars: a share between 0 and 1 of the longest, with an interval where there is one. */
export type ReportBar = { name: string; value: string; part: number; interval?: readonly [number, number] }

export type ReportChapter = {
  id: Chapter
  title: string
  sentences: string[]
  bars?: ReportBar[]
  tables: ReportTable[]
}

/** The report as it is, before it is a page, a PDF or a Word document. */
export type Report = {
  lang: 'it' | 'en'
  title: string
  chamber: string
  /** Campaign, period, filters, author, date: name and value. */
  facts: [name: string, value: string][]
  summaryTitle: string
  summary: string[]
  figures: { label: string; value: string; note: string }[]
  chapters: ReportChapter[]
  methodTitle: string
  method: string[]
  /** Foot of every page, before its number: Chamber, filters, date and n. */
  foot: string
  /** `page 2 of 9`. */
  page: (page: number, pages: number) => string
  fileName: string
}

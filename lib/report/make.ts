import 'server-only'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { readReport } from '@/lib/report/content'
import { docxOf } from '@/lib/report/docx'
import { pdfOf } from '@/lib/report/pdf'
import type { ReportWish } from '@/lib/report/schema'
import { actAs } from '@/lib/session'

export const FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
export type ReportFormat = keyof typeof FORMATS

/** The report as a file; who prepared it is written down. */
export async function makeReport(actor: Actor, format: ReportFormat, wish: ReportWish, raw: unknown) {
  permit(actor, 'insight.read')
  const report = await actAs(actor, () => readReport(wish, raw))
  const file = format === 'pdf' ? await pdfOf(report) : await docxOf(report)
  const changes = { format, chapters: wish.chapter }
  await db.$transaction((tx) => recordActivity(tx, actor, { verb: 'report.made', changes }))
  return { file, name: `${report.fileName}.${format}` }
}

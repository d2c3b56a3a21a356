import { getTranslations } from 'next-intl/server'
import { PaperTable } from '@/components/report/paper-table'
import { PrintNow } from '@/components/report/print-now'
import { ReportBars } from '@/components/report/report-bars'
import { readReport } from '@/lib/report/content'
import { reportWish } from '@/lib/report/schema'
import '@/components/report/paper.css'

type ReportPaperProps = { params: Promise<Record<string, string | string[] | undefined>> }

/** A text as CSS writes it between quotation marks. */
const quoted = (text: string) => `"${text.replace(/["\\<\n]/g, ' ')}"`

/** The report as a page that prints: its foot, with the number of each page, is the printer's. */
export async function ReportPaper({ params }: ReportPaperProps) {
  const raw = await params
  const [report, t] = await Promise.all([readReport(reportWish.parse(raw), raw), getTranslations('report')])
  const [before = '', between = ''] = report.page(1, 2).split(/\d+/)
  const page = `${quoted(before)} counter(page) ${quoted(between)} counter(pages)`
  return (
    <main lang={report.lang} className="paper">
      <style>{`@page { @bottom-left { content: ${quoted(report.foot)}; width: 85% } @bottom-right { content: ${page}; width: 15%; white-space: nowrap } }`}</style>
      <div className="mb-6 flex justify-end print:hidden">
        <PrintNow label={t('printNow')} />
      </div>
      <p className="text-small text-text-2">{report.chamber}</p>
      <h1 className="paper-title">{report.title}</h1>
      <dl className="paper-facts">
        {report.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className="paper-figures">
        {report.figures.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{value}</b>
              {note}
            </dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{report.summaryTitle}</h2>
        {report.summary.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      {report.chapters.map(({ id, title, sentences, bars, tables }) => (
        <section key={id} className="paper-chapter">
          <h2>{title}</h2>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {bars && bars.length > 0 && <ReportBars bars={bars} label={title} />}
          {tables.map((table) => (
            <PaperTable key={`${table.caption} ${table.rows[0]?.[0]}`} table={table} />
          ))}
        </section>
      ))}
      <section>
        <h2>{report.methodTitle}</h2>
        <ul className="list-disc pl-5">
          {report.method.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </main>
  )
}

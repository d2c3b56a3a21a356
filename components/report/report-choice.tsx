import { getLocale } from 'next-intl/server'
import { ReportForm } from '@/components/report/report-form'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { readableFilter } from '@/lib/insight/queries'
import { otherSide, queryOf, secondFilter } from '@/lib/insight/schema'
import { CHAPTERS } from '@/lib/report/schema'
import { gate } from '@/lib/session'

type ReportChoiceProps = { params: Promise<Record<string, string | string[] | undefined>> }

/** What the report shall hold; the filter comes along from the page it was asked on. */
export async function ReportChoice({ params }: ReportChoiceProps) {
  const { name } = await gate('insight.read')
  const raw = await params
  const [filter, locale] = await Promise.all([readableFilter(raw), getLocale()])
  const other = otherSide.parse(raw)
  const carried = [...new URLSearchParams(queryOf({ ...filter, promoter: [], ...other }))]
  const chapters = CHAPTERS.filter((chapter) => chapter !== 'compare' || secondFilter(filter, other) !== null)
  return (
    <Card className="max-w-160">
      <Messages pick={['report.form', 'report.chapters', 'report.defaultTitle']}>
        <ReportForm carried={carried} chapters={chapters} author={name} locale={locale} />
      </Messages>
    </Card>
  )
}

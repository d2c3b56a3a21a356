import { getLocale } from 'next-intl/server'
import { ReportForm } from '@/components/report/report-form'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { readableFilter } from '@/lib/insight/queries'
import { queryOf } from '@/lib/insight/schema'
import { gate } from '@/lib/session'

type ReportChoiceProps = { params: Promise<Record<string, string | string[] | undefined>> }

/** What the report shall hold; the filter comes along from the page it was asked on. */
export async function ReportChoice({ params }: ReportChoiceProps) {
  const { name } = await gate('insight.read')
  const [filter, locale] = await Promise.all([readableFilter(await params), getLocale()])
  const carried = [...new URLSearchParams(queryOf({ ...filter, promoter: [] }))]
  return (
    <Card className="max-w-160">
      <Messages pick={['report.form', 'report.chapters', 'report.defaultTitle']}>
        <ReportForm carried={carried} author={name} locale={locale} />
      </Messages>
    </Card>
  )
}

import { Printer } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { askedFilter, type Params } from '@/components/insight/asked'
import { LinkButton } from '@/components/ui/link-button'
import { queryOf } from '@/lib/insight/schema'

/** From the page to the report for the board, with the page's filter. */
export async function ReportLink({ params }: { params: Params }) {
  const [filter, t] = await Promise.all([askedFilter(params), getTranslations('report')])
  const icon = <Printer size={16} strokeWidth={1.75} aria-hidden />
  return (
    <LinkButton href={`/insight/report${queryOf(filter)}`} variant="filled" icon={icon}>
      {t('prepare')}
    </LinkButton>
  )
}

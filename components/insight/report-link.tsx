import { Printer } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { askedFilter, type Params } from '@/components/insight/asked'
import { LinkButton } from '@/components/ui/link-button'
import { otherSide, queryOf } from '@/lib/insight/schema'

/** From the page to the report for the board, with the page's filter and what it is compared with. */
export async function ReportLink({ params }: { params: Params }) {
  const [filter, t, raw] = await Promise.all([askedFilter(params), getTranslations('report'), params])
  const icon = <Printer size={16} strokeWidth={1.75} aria-hidden />
  return (
    <LinkButton href={`/insight/report${queryOf({ ...filter, ...otherSide.parse(raw) })}`} variant="filled" icon={icon}>
      {t('prepare')}
    </LinkButton>
  )
}

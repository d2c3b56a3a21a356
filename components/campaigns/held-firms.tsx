import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { FreeFirm } from '@/components/campaigns/free-firm'
import { Card } from '@/components/ui/card'
import { formatTime } from '@/lib/format'
import { firmsHeld } from '@/lib/leases/queries'

/** Who has which firm on the telephone, and the way to give it back for somebody who is gone. */
export async function HeldFirms({ campaignId }: { campaignId: string }) {
  const [t, locale, held] = await Promise.all([getTranslations('campaigns.held'), getLocale(), firmsHeld(campaignId)])
  return (
    <Card id="held" title={t('title')}>
      {held.length === 0 && <p className="text-table text-text-2">{t('none')}</p>}
      <ul className="max-h-80 overflow-y-auto">
        {held.map(({ id, firm, leaseUser, leaseUntil }) => (
          <li key={id} className="flex min-h-10 items-center gap-2.5 border-b border-border text-table last:border-0">
            <Link
              href={`/firms/${firm.id}`}
              className="min-w-0 flex-1 truncate font-semibold text-link underline-offset-2 hover:underline"
            >
              {firm.name}
            </Link>
            <span className="text-text-2">
              {leaseUntil && t('until', { name: leaseUser?.name ?? '–', time: formatTime(locale, leaseUntil) })}
            </span>
            <FreeFirm assignmentId={id} firm={firm.name} name={leaseUser?.name ?? '–'} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

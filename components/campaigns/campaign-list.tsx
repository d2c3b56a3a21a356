import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { CampaignFigures } from '@/components/campaigns/campaign-figures'
import { CampaignStatusTag } from '@/components/campaigns/campaign-status'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { campaignList } from '@/lib/campaigns/queries'
import { formatDate } from '@/lib/format'

/** Every campaign with its progress: open ones first, the latest before. */
export async function CampaignList() {
  const [t, locale, campaigns] = await Promise.all([getTranslations('campaigns'), getLocale(), campaignList()])
  if (campaigns.length === 0) {
    return <Empty title={t('empty')} action={<LinkButton href="/campaigns/new">{t('new')}</LinkButton>} />
  }
  const day = (date: Date) => formatDate(locale, date, 'day')
  return (
    <ul className="flex flex-col gap-3.5">
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="rounded-l border border-border bg-surface px-4 py-3">
          <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="text-h2 font-semibold">
              <Link
                href={`/campaigns/${campaign.id}` as Route}
                className="text-link underline-offset-2 hover:underline"
              >
                {campaign.name}
              </Link>
            </h2>
            <CampaignStatusTag campaign={campaign} />
            <p className="text-table text-text-2">
              {t('period', { from: day(campaign.startsOn), to: day(campaign.endsOn) })}
            </p>
            <p className="text-table text-text-2">
              {t('promoters', { count: campaign.promoters.length, names: campaign.promoters.join(', ') })}
            </p>
          </div>
          <CampaignFigures progress={campaign} />
        </li>
      ))}
    </ul>
  )
}

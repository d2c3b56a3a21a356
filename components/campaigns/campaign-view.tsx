import { Pencil } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CampaignActs } from '@/components/campaigns/campaign-acts'
import { CampaignCrumb } from '@/components/campaigns/campaign-crumb'
import { CampaignFigures } from '@/components/campaigns/campaign-figures'
import { CampaignRulesCard } from '@/components/campaigns/campaign-rules-card'
import { CampaignStatusTag } from '@/components/campaigns/campaign-status'
import { FieldworkCard } from '@/components/campaigns/fieldwork-card'
import { HeldFirms } from '@/components/campaigns/held-firms'
import { PaceCard } from '@/components/campaigns/pace-card'
import { PeopleCard } from '@/components/campaigns/people-card'
import { PromoterFigures } from '@/components/campaigns/promoter-figures'
import { WaitingFirms } from '@/components/campaigns/waiting-firms'
import { OppositionCard } from '@/components/oppositions/opposition-card'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { campaignDetail } from '@/lib/campaigns/queries'
import { drawIn } from '@/lib/draws/schema'
import { promisesOf } from '@/lib/fieldwork/queries'
import { formatDate } from '@/lib/format'

/** Cards of different heights, one below the other: none is drawn out to its neighbour's. */
const COLUMN = 'flex min-w-0 flex-col gap-3.5'

/** One campaign: how far it is, who calls, by which rules. */
export async function CampaignView({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  const [t, locale, campaign] = await Promise.all([
    getTranslations('campaigns'),
    getLocale(),
    campaignDetail(campaignId),
  ])
  if (!campaign) notFound()
  const promises = await promisesOf(campaign.id)
  const { id, name, status, startsOn, endsOn } = campaign
  const day = (date: Date) => formatDate(locale, date, 'day')
  const draw = drawIn(campaign.design)
  return (
    <Messages pick={['campaigns']}>
      <PageHead
        crumb={<CampaignCrumb />}
        title={name}
        note={
          <span className="flex flex-wrap items-center gap-2">
            <CampaignStatusTag campaign={campaign} />
            {t('period', { from: day(startsOn), to: day(endsOn) })}
          </span>
        }
        actions={
          <>
            <LinkButton href={`/campaigns/${id}/edit`} icon={<Pencil size={16} strokeWidth={1.75} aria-hidden />}>
              {t('edit.open')}
            </LinkButton>
            <CampaignActs campaign={{ id, name, status, endsOn: endsOn.toISOString().slice(0, 10), ...promises }} />
          </>
        }
      />
      <div className="grid gap-3.5 desk:grid-cols-2">
        {campaign.progress.waiting > 0 && <WaitingFirms {...campaign.progress} />}
        <Card className="desk:col-span-2">
          <CampaignFigures progress={campaign.progress} />
          <Link
            href={`/firms?campaign=${id}&contacted=yes` as Route}
            className="mt-2 inline-flex min-h-6 items-center text-table text-link underline underline-offset-2"
          >
            {t('figures.firms')}
          </Link>
        </Card>
        <PaceCard campaign={campaign} />
        <PeopleCard campaignId={id} members={campaign.promoters} />
        <FieldworkCard campaignId={id} drawn={campaign.kind === 'drawn'} by={draw?.by ?? []} />
        <div className={COLUMN}>
          <HeldFirms campaignId={id} />
          <CampaignRulesCard campaign={campaign} draw={draw} />
        </div>
        <div className={COLUMN}>
          <OppositionCard campaignId={id} />
          <PromoterFigures campaignId={id} />
        </div>
      </div>
    </Messages>
  )
}

import { Pencil } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CampaignActs } from '@/components/campaigns/campaign-acts'
import { CampaignCrumb } from '@/components/campaigns/campaign-crumb'
import { CampaignFigures } from '@/components/campaigns/campaign-figures'
import { CampaignStatusTag } from '@/components/campaigns/campaign-status'
import { HeldFirms } from '@/components/campaigns/held-firms'
import { PromoterList } from '@/components/campaigns/promoter-list'
import { OppositionCard } from '@/components/oppositions/opposition-card'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { RULE_NAMES } from '@/lib/calling-rules/rules'
import { campaignDetail, promoters } from '@/lib/campaigns/queries'
import { formatDate, formatNumber } from '@/lib/format'

/** One campaign: how far it is, who calls, by which rules. */
export async function CampaignView({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  const [t, locale, campaign, everybody] = await Promise.all([
    getTranslations('campaigns'),
    getLocale(),
    campaignDetail(campaignId),
    promoters(),
  ])
  if (!campaign) notFound()
  const { id, name, status, startsOn, endsOn } = campaign
  const day = (date: Date) => formatDate(locale, date, 'day')
  const people = campaign.promoters.map(({ user }) => user)
  const others = everybody.filter((one) => !people.some((person) => person.id === one.id))
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
            <CampaignActs campaign={{ id, name, status, endsOn: endsOn.toISOString().slice(0, 10) }} />
          </>
        }
      />
      <div className="grid gap-3.5 desk:grid-cols-2">
        <Card className="desk:col-span-2">
          <CampaignFigures progress={campaign.progress} />
          <Link
            href={`/firms?campaign=${id}&contacted=yes` as Route}
            className="mt-2 inline-flex min-h-6 items-center text-table text-link underline underline-offset-2"
          >
            {t('figures.firms')}
          </Link>
        </Card>
        <Card id="people" title={t('people.title')}>
          <PromoterList campaignId={id} people={people} others={others} />
        </Card>
        <HeldFirms campaignId={id} />
        <OppositionCard campaignId={id} />
        <Card id="rules" title={t('rules.title')}>
          <dl className="text-table">
            {RULE_NAMES.map((rule) => (
              <div key={rule} className="flex justify-between gap-4 border-b border-border py-1.5 last:border-0">
                <dt className="text-text-2">{t(`rules.${rule}`)}</dt>
                <dd>{formatNumber(locale, campaign[rule])}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </Messages>
  )
}

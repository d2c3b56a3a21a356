import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CampaignCrumb } from '@/components/campaigns/campaign-crumb'
import { EditCampaignForm } from '@/components/campaigns/edit-campaign-form'
import { ScriptEditor } from '@/components/scripts/script-editor'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { campaignDetail } from '@/lib/campaigns/queries'

export async function CampaignEditor({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  const [t, campaign] = await Promise.all([getTranslations('campaigns'), campaignDetail(campaignId)])
  if (!campaign) notFound()
  const { id, version, name, officeHours, saturdays, dayParts } = campaign
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const values = {
    name,
    startsOn: day(campaign.startsOn),
    endsOn: day(campaign.endsOn),
    targetCalls: String(campaign.targetCalls),
    targetVisits: String(campaign.targetVisits),
    noAnswerHours: String(campaign.noAnswerHours),
    busyHours: String(campaign.busyHours),
    maxAttempts: String(campaign.maxAttempts),
    leaseMinutes: String(campaign.leaseMinutes),
    coolOffMonths: String(campaign.coolOffMonths),
    visitMinutes: String(campaign.visitMinutes),
  }
  return (
    <Messages pick={['campaigns']}>
      <PageHead crumb={<CampaignCrumb />} title={t('edit.title', { name })} />
      <Card>
        <EditCampaignForm
          key={version}
          id={id}
          version={version}
          values={values}
          hours={{ officeHours, saturdays, dayParts }}
        />
      </Card>
      <div className="mt-3.5">
        <ScriptEditor campaignId={id} />
      </div>
    </Messages>
  )
}

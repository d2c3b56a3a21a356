import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import type { CampaignValues } from '@/components/campaigns/campaign-fields'
import { CampaignFilters } from '@/components/campaigns/campaign-filters'
import { FrameCount } from '@/components/campaigns/frame-count'
import { NewCampaignForm } from '@/components/campaigns/new-campaign-form'
import { filterParams } from '@/components/firms/firm-address'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { RULE_DEFAULTS } from '@/lib/calling-rules/rules'
import { promoters } from '@/lib/campaigns/queries'
import { chosenFirms } from '@/lib/campaigns/schema'
import { dayOf } from '@/lib/today/rules'

export type FilterSearch = Promise<Record<string, string | string[] | undefined>>

/** The firms are chosen in the address, the rest is typed below: neither is lost when the other changes. */
export async function CampaignMaker({ search }: { search: FilterSearch }) {
  const [t, parameters, people] = await Promise.all([getTranslations('campaigns'), search, promoters()])
  const filter = chosenFirms(parameters)
  const query = new URLSearchParams(filterParams(filter)).toString()
  const rules = Object.fromEntries(Object.entries(RULE_DEFAULTS).map(([name, value]) => [name, String(value)]))
  const start = { name: '', startsOn: dayOf(new Date()), endsOn: '', targetCalls: '', targetVisits: '' }
  const values = { ...start, ...rules } as CampaignValues
  return (
    <div className="flex flex-col gap-3.5">
      <Card id="firms" title={t('make.firms')}>
        <CampaignFilters filter={filter} />
        <div className="mt-3">
          <Suspense key={query} fallback={<Skeleton className="h-16 w-80 max-w-full" />}>
            <FrameCount filter={filter} />
          </Suspense>
        </div>
      </Card>
      <Card id="facts" title={t('fields.facts')}>
        <Messages pick={['campaigns']}>
          <NewCampaignForm values={values} promoters={people} filter={query} />
        </Messages>
      </Card>
    </div>
  )
}

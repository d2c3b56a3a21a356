import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { CampaignFilters } from '@/components/campaigns/campaign-filters'
import { FrameCount } from '@/components/campaigns/frame-count'
import { MakerSteps } from '@/components/campaigns/maker-steps'
import { NewCampaignForm } from '@/components/campaigns/new-campaign-form'
import { WayChoice } from '@/components/campaigns/way-choice'
import { filterParams } from '@/components/firms/firm-address'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { promoters } from '@/lib/campaigns/queries'
import { askedFrom } from '@/lib/campaigns/schema'
import { experienceSoFar } from '@/lib/draws/queries'
import { filterChoices } from '@/lib/firm-search/queries'
import { SIZE_CLASSES } from '@/lib/firms/rules'
import { frameOf } from '@/lib/frames/queries'
import { nameIn } from '@/lib/i18n/name'
import { dayOf } from '@/lib/today/rules'

/** What can be wrong with a draw, said before it is made. */
const DRAW_PROBLEMS = [
  'refusals.noFirms',
  'refusals.tooManyStrata',
  'refusals.drawTooLarge',
  'refusals.drawTooSmall',
] as const

export type FilterSearch = Promise<Record<string, string | string[] | undefined>>

/**
 * What decides which firms is in the address, the rest is typed below: neither is lost when the other changes. Firms are
 * counted once for all that shows their number.
 */
export async function CampaignMaker({ search }: { search: FilterSearch }) {
  const [t, firms, locale, parameters, people, choices] = await Promise.all([
    getTranslations('campaigns'),
    getTranslations('firms'),
    getLocale(),
    search,
    promoters(),
    filterChoices(),
  ])
  const { filter, way, by, coolOffMonths, opposition } = askedFrom(parameters)
  const query = new URLSearchParams(filterParams(filter)).toString()
  const frame = way === 'codes' ? null : frameOf({ filter, coolOffMonths, opposition }, way === 'drawn' ? by : [])
  const experience = experienceSoFar()
  const names = {
    sector: Object.fromEntries(choices.sectors.map((sector) => [sector.id, nameIn(locale, sector)])),
    size: Object.fromEntries(SIZE_CLASSES.map((id) => [id, firms(`size.${id}`)])),
    municipality: Object.fromEntries(choices.municipalities.map(({ istatCode, name }) => [istatCode, name])),
  }
  return (
    <div className="flex flex-col gap-3.5">
      <MakerSteps drawn={way === 'drawn'} />
      <Card id="universe" title={t('steps.universe')}>
        <Messages pick={['campaigns.make']}>
          <WayChoice way={way} />
        </Messages>
        {frame && (
          <div className="mt-3.5">
            <CampaignFilters filter={filter} way={way} by={by} coolOffMonths={coolOffMonths} opposition={opposition} />
            <div className="mt-3">
              <Suspense
                key={`${query} ${coolOffMonths} ${opposition}`}
                fallback={<Skeleton className="h-16 w-80 max-w-full" />}
              >
                <FrameCount frame={frame} months={coolOffMonths} />
              </Suspense>
            </div>
          </div>
        )}
      </Card>
      <Messages pick={['campaigns', ...DRAW_PROBLEMS]}>
        <NewCampaignForm
          asked={{ filter: query, way, by, coolOffMonths, opposition }}
          frame={frame}
          experience={experience}
          names={names}
          promoters={people}
          today={dayOf(new Date())}
        />
      </Messages>
    </div>
  )
}

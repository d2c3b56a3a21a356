import { NeedTypes, Offices, Services } from '@/components/catalogues/catalogue-lists'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { catalogues } from '@/lib/catalogues/queries'

/** What firms may ask for, what the Chamber offers, who answers: a list each, begun anew once it is saved. */
export async function CataloguesView() {
  const { offices, services, needTypes } = await catalogues()
  const answering = offices.rows.map((row) => ({ ...row, answerDays: String(row.answerDays) }))
  return (
    <Messages pick={['catalogues', 'sectors.unsaved']}>
      <div className="flex max-w-240 flex-col gap-4">
        <NeedTypes key={`needs ${needTypes.version} ${services.version}`} list={needTypes} services={services.rows} />
        <Services key={`services ${services.version} ${offices.version}`} list={services} offices={offices.rows} />
        <Offices key={`offices ${offices.version}`} list={{ ...offices, rows: answering }} />
      </div>
    </Messages>
  )
}

export function CataloguesSkeleton() {
  return (
    <Card className="max-w-240">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
        <Skeleton key={row} className="my-3 h-14" />
      ))}
    </Card>
  )
}

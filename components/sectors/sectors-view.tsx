import { SectorsEditor } from '@/components/sectors/sectors-editor'
import { SectorsMoving } from '@/components/sectors/sectors-moving'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { firmsStillMoving, sectorsToEdit } from '@/lib/sectors/queries'
import { prefixesText } from '@/lib/sectors/rules'

export async function SectorsView() {
  const [{ sectors, ...list }, moving] = await Promise.all([sectorsToEdit(), firmsStillMoving()])
  const rows = sectors.map(({ prefixes, ...sector }) => ({ ...sector, prefixes: prefixesText(prefixes) }))
  return (
    <Messages pick={['sectors']}>
      <SectorsMoving firms={moving} />
      <SectorsEditor key={list.version} list={{ ...list, sectors: rows }} />
    </Messages>
  )
}

export function SectorsSkeleton() {
  return (
    <Card>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
        <Skeleton key={row} className="my-3 h-14" />
      ))}
    </Card>
  )
}

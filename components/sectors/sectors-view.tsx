import { SectorsEditor } from '@/components/sectors/sectors-editor'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { sectorsToEdit } from '@/lib/sectors/queries'
import { prefixesText } from '@/lib/sectors/rules'

export async function SectorsView() {
  const { sectors, ...list } = await sectorsToEdit()
  const rows = sectors.map(({ prefixes, ...sector }) => ({ ...sector, prefixes: prefixesText(prefixes) }))
  return (
    <Messages pick={['sectors']}>
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

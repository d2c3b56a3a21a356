import { ColumnsForm } from '@/components/register/columns-form'
import { KeptMappings } from '@/components/register/kept-mappings'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { columnsOf } from '@/lib/register/column-queries'

/** How an import's file is read, what its columns are, and the mappings kept for others. */
export async function ColumnsPanel({ importId }: { importId: string }) {
  const known = await columnsOf(importId)
  if (!known) return null
  const { found, choices, mappings } = known
  return (
    <Messages pick={['columns', 'register.statuses', 'register.confirm']}>
      {/* Read in another way it is another table: what was chosen for the old one does not count. */}
      <ColumnsForm
        key={JSON.stringify([found.fingerprint, choices, found.mapping])}
        {...{ importId, found, choices }}
      />
      <KeptMappings mappings={mappings} fingerprint={found.fingerprint} />
    </Messages>
  )
}

export function ColumnsSkeleton() {
  return (
    <div className="rounded-l border border-border bg-surface px-4 py-3">
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
        <Skeleton key={row} className="my-3 h-9" />
      ))}
    </div>
  )
}

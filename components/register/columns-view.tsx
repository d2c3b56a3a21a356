import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ColumnsPanel, ColumnsSkeleton } from '@/components/register/columns-panel'
import { FileCard } from '@/components/register/file-card'
import { RetryCard } from '@/components/register/retry-card'
import { ImportSteps } from '@/components/register/steps'
import { Messages } from '@/components/ui/messages'
import { importById } from '@/lib/register/queries'

/** Back to the columns of an import that waits; then its dry run again. */
export async function ColumnsView({ importId }: { importId: Promise<string> }) {
  const row = await importById(await importId)
  if (!row?.hasFile) notFound()
  return (
    <>
      <ImportSteps status="mapping" checked={false} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <FileCard row={row} />
          <Suspense fallback={<ColumnsSkeleton />}>
            <ColumnsPanel importId={row.id} />
          </Suspense>
        </div>
        <Messages pick={['register', 'refusals']}>
          <RetryCard importId={row.id} mapping />
        </Messages>
      </div>
    </>
  )
}

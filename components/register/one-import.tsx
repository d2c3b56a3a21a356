import { notFound } from 'next/navigation'
import { ImportNow } from '@/components/register/import-now'
import { Outcome } from '@/components/register/outcome'
import { importById } from '@/lib/register/queries'
import { isRunning } from '@/lib/register/running'

/** One import of the history; while it runs, its progress. */
export async function OneImport({ importId }: { importId: Promise<string> }) {
  const row = await importById(await importId)
  if (!row) notFound()
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <Outcome row={row} />
      {isRunning(row.status) && <ImportNow />}
    </div>
  )
}

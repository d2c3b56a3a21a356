import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DecideNotice } from '@/components/corrections/decide-notice'
import { ColumnsPanel, ColumnsSkeleton } from '@/components/register/columns-panel'
import { ConfirmCard } from '@/components/register/confirm-card'
import { FileCard } from '@/components/register/file-card'
import { FollowImport } from '@/components/register/follow-import'
import { NewWords } from '@/components/register/new-words'
import { Outcome } from '@/components/register/outcome'
import { RecentImports } from '@/components/register/recent-imports'
import { RetryCard } from '@/components/register/retry-card'
import { ImportSteps } from '@/components/register/steps'
import { UndoCard } from '@/components/register/undo-card'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { activeFirms, type ImportRow, importById, importProgress } from '@/lib/register/queries'
import { isRunning } from '@/lib/register/running'

/** One import, wherever it is: under way, waiting for a person, or ended. */
export async function OneImport({ importId }: { importId: Promise<string> }) {
  const row = await importById(await importId)
  if (!row) notFound()
  const shown = row.status === 'checked' || row.status === 'done' || row.status === 'undone' || row.status === 'undoing'
  return (
    <>
      <ImportSteps status={row.status} checked={row.checkedAt !== null} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4 max-desk:order-2">
          <FileCard row={row} />
          <Told row={row} />
          {row.status === 'checked' && <NewWords row={row} />}
          {row.status === 'mapping' && row.hasFile && (
            <Suspense fallback={<ColumnsSkeleton />}>
              <ColumnsPanel importId={row.id} />
            </Suspense>
          )}
          {row.status === 'done' && <DecideNotice />}
          {shown && row.read > 0 && <Outcome row={row} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4 max-desk:contents">
          <Messages pick={['register', 'refusals']}>
            <Act row={row} />
          </Messages>
          <UndoCard shown={row.id} />
          <div className="max-desk:order-3">
            <RecentImports />
          </div>
        </div>
      </div>
    </>
  )
}

/** What a person can do about it now, or what is being done. */
async function Act({ row }: { row: ImportRow & { hasFile: boolean } }) {
  if (isRunning(row.status)) return <FollowImport key={row.status} first={await importProgress(row.id)} />
  if (row.status === 'checked')
    return <ConfirmCard importId={row.id} missing={row.missing} active={await activeFirms()} changeable={row.hasFile} />
  if (row.hasFile && ['mapping', 'interrupted', 'refused'].includes(row.status))
    return <RetryCard importId={row.id} mapping={row.status === 'mapping'} />
  return null
}

const TONES = { refused: 'danger', interrupted: 'warn', mapping: 'warn', discarded: 'info', undone: 'info' } as const

/** Why it is not in the register, or not any more. */
async function Told({ row }: { row: ImportRow }) {
  const [t, refusals] = await Promise.all([getTranslations('register'), getTranslations('refusals')])
  const tone = TONES[row.status as keyof typeof TONES]
  const reason = row.refusal && refusals(row.refusal.key as 'registerEmpty', row.refusal.values)
  if (!tone) return reason && row.status === 'done' ? <Notice tone="warn">{reason}</Notice> : null
  if (row.status === 'mapping' && !reason) return <Notice>{t('result.mappingReady')}</Notice>
  const title = t(`result.${row.status as keyof typeof TONES}Title`)
  return (
    <Notice tone={tone} title={title}>
      {reason ?? (row.status === 'interrupted' ? refusals('registerInterrupted') : null)}
    </Notice>
  )
}

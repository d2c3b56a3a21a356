import { CircleCheck, ShieldCheck } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Changes } from '@/components/register/changes'
import { Counts } from '@/components/register/counts'
import { durationIn } from '@/components/register/duration'
import { FileCard } from '@/components/register/file-card'
import { Rejects } from '@/components/register/rejects'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { formatNumber, formatTime } from '@/lib/format'
import type { importById } from '@/lib/register/queries'
import { isRunning } from '@/lib/register/running'

type Row = NonNullable<Awaited<ReturnType<typeof importById>>>

/** What came of an import: the file, and the counts or the reason why nothing was done. */
export async function Outcome({ row }: { row: Row }) {
  const t = await getTranslations('register')
  const refusals = await getTranslations('refusals')
  const reason = row.refusal && refusals(row.refusal.key as 'registerEmpty', row.refusal.values)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <FileCard row={row} />
      {(row.status === 'refused' || row.status === 'interrupted') && (
        <Notice
          tone={row.status === 'refused' ? 'danger' : 'warn'}
          title={t(row.status === 'refused' ? 'result.refusedTitle' : 'result.interruptedTitle')}
        >
          {reason ?? refusals('registerInterrupted')}
        </Notice>
      )}
      {!isRunning(row.status) && row.status !== 'refused' && row.status !== 'interrupted' && <Done row={row} />}
    </div>
  )
}

async function Done({ row }: { row: Row }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const end = row.finishedAt ?? row.updatedAt
  const nothing = row.created + row.changed + row.ceased === 0
  const noneUsable = nothing && row.unchanged === 0
  const title = (
    <span className="inline-flex items-center gap-1.5">
      <CircleCheck size={16} strokeWidth={1.75} className="text-ok" aria-hidden />
      {t('result.done')}
    </span>
  )
  const summary = t('result.summary', {
    read: formatNumber(locale, row.read),
    time: durationIn(t, (end.getTime() - row.startedAt.getTime()) / 1000),
    at: formatTime(locale, end),
  })
  return (
    <Card id="outcome" title={title} reading={summary}>
      {nothing && (
        <Notice tone={noneUsable ? 'warn' : 'ok'} className="mb-3">
          {t(noneUsable ? 'result.noneUsable' : 'result.nothing')}
        </Notice>
      )}
      <Counts counts={row} />
      <div className="mt-4 grid gap-5 desk:grid-cols-[1.25fr_1fr]">
        <Changes importId={row.id} />
        <Rejects importId={row.id} columns={row.format.columns ?? 0} />
      </div>
      <Notice icon={<ShieldCheck size={16} strokeWidth={1.75} />} className="mt-4">
        {t('result.safe')}
      </Notice>
    </Card>
  )
}

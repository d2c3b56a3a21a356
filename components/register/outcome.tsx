import { CircleCheck, ShieldCheck } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Changes } from '@/components/register/changes'
import { Counts } from '@/components/register/counts'
import { durationIn } from '@/components/register/duration'
import { Rejects } from '@/components/register/rejects'
import { Suspicions } from '@/components/register/suspicions'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { formatNumber, formatTime } from '@/lib/format'
import { workedSeconds } from '@/lib/register/pace'
import type { ImportRow } from '@/lib/register/queries'

/** What a dry run found, or what came of an import. */
export async function Outcome({ row }: { row: ImportRow }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const dry = row.status === 'checked'
  const missing = dry || row.full ? row.missing : 0
  const nothing = row.created + row.changed + row.ceased + (row.full ? missing : 0) === 0
  const noneUsable = nothing && row.unchanged === 0
  return (
    <Card
      id={dry ? 'dry-run' : 'outcome'}
      title={dry ? t('dryRun.title') : <DoneTitle>{t('result.done')}</DoneTitle>}
      reading={dry ? t('dryRun.note', { at: formatTime(locale, row.checkedAt ?? row.updatedAt) }) : await summary(row)}
      actions={
        !dry &&
        row.created > 0 && (
          <LinkButton size="sm" href={`/register/${row.id}/rows?kind=new`}>
            {t('result.seeNew')}
          </LinkButton>
        )
      }
    >
      {nothing && (
        <Notice tone={noneUsable ? 'warn' : 'ok'} className="mb-3">
          {t(noneUsable ? 'result.noneUsable' : dry ? 'dryRun.nothing' : 'result.nothing')}
        </Notice>
      )}
      <Moved row={row} />
      <Counts row={row} />
      <div className="mt-4 grid gap-5 desk:grid-cols-[1.25fr_1fr]">
        <Changes importId={row.id} />
        <div className="flex flex-col gap-5">
          <Rejects importId={row.id} columns={row.format.columns ?? 0} />
          <Suspicions importId={row.id} duplicates={row.duplicates} />
        </div>
      </div>
      <Notice icon={<ShieldCheck size={16} strokeWidth={1.75} />} className="mt-4">
        {t(dry ? 'choose.safe' : 'result.safe')}
      </Notice>
    </Card>
  )
}

function DoneTitle({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <CircleCheck size={16} strokeWidth={1.75} className="text-ok" aria-hidden />
      {children}
    </span>
  )
}

/** How long the work itself took: the time a person looked at the dry run does not count. */
async function summary(row: ImportRow): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const end = row.finishedAt ?? row.updatedAt
  return t('result.summary', {
    read: formatNumber(locale, row.read),
    time: durationIn(t, workedSeconds(row) ?? 0),
    at: formatTime(locale, end),
  })
}

/** People worked between the dry run and "apply": where its numbers are others, say so. */
async function Moved({ row }: { row: ImportRow }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const { tried } = row.format
  if (row.status === 'checked' || !tried) return null
  const parts = ['created', 'changed', 'ceased'] as const
  if (parts.every((part) => tried[part] === row[part])) return null
  const [created, changed, ceased] = parts.map((part) => formatNumber(locale, tried[part])) as [string, string, string]
  return <Notice className="mb-3">{t('result.since', { created, changed, ceased })}</Notice>
}

import { ListChecks } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PauseButton } from '@/components/calls/pause-button'
import { Meter } from '@/components/ui/meter'
import { SelectPill } from '@/components/ui/select-pill'
import { COUNT_LIMIT, formatCount } from '@/lib/format'
import { deskNumbers } from '@/lib/queue/queries'

type DeskHeadProps = { campaignId: string; choices: { id: string; name: string }[]; isCalling: boolean }

/** Which campaign, and how the day goes. */
export async function DeskHead({ campaignId, choices, isCalling }: DeskHeadProps) {
  const [t, locale, numbers] = await Promise.all([getTranslations('calls'), getLocale(), deskNumbers(campaignId)])
  const { calls, appointments, tried, total } = numbers
  const b = (chunks: ReactNode) => <b className="font-semibold text-text">{chunks}</b>
  const number = (value: number) => formatCount(locale, value)
  const whole = total <= COUNT_LIMIT
  return (
    <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-border bg-surface px-4 py-2 tablet:px-5">
      <h1 className="text-panel font-bold">{t('title')}</h1>
      {/* A name of 194 characters must not take the firm's room. */}
      <span className="min-w-0 max-w-full tablet:max-w-96">
        <SelectPill
          param="campaign"
          label={t('campaign')}
          options={choices.map(({ id, name }) => ({ id, label: name }))}
          value={campaignId}
          icon={<ListChecks size={14} strokeWidth={1.75} aria-hidden />}
        />
      </span>
      <div className="flex flex-wrap items-center gap-x-4.5 gap-y-1 text-table whitespace-nowrap text-text-2 tablet:ml-auto tablet:shrink-0 desk:flex-nowrap">
        <Link
          href={`/calls/today?campaign=${campaignId}` as Route}
          title={t('today.title')}
          className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
        >
          <span>{t.rich('callsToday', { b, count: calls })}</span>
        </Link>
        <span>{t.rich('appointmentsToday', { b, count: appointments })}</span>
        {whole ? (
          <span className="flex items-center gap-2">
            <span className="w-16 shrink-0 tablet:w-27.5">
              <Meter value={total ? tried / total : 0} label={t('progressLabel')} />
            </span>
            <span>{t.rich('progress', { b, tried: number(tried), total: number(total) })}</span>
          </span>
        ) : (
          <span>{t.rich('tried', { b, tried: number(tried) })}</span>
        )}
        {isCalling && <PauseButton />}
      </div>
    </header>
  )
}

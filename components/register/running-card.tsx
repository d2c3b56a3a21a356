'use client'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { durationIn } from '@/components/register/duration'
import type { Upload } from '@/components/register/upload'
import { Card } from '@/components/ui/card'
import { Meter } from '@/components/ui/meter'
import { Spinner } from '@/components/ui/spinner'
import { formatNumber, formatShare, formatTime } from '@/lib/format'
import { rate, secondsLeft, shareDone } from '@/lib/register/pace'
import type { ImportProgress } from '@/lib/register/schema'

const STEPS = ['receiving', 'reading', 'applying'] as const
const MB = 1_000_000

type Props = { upload: Upload | null; progress: ImportProgress | null; lost: boolean; now: number | null }

/** Percentage, counts, rate and time left, step by step; the page may be closed once the file is here. */
export function RunningCard({ upload, progress, lost, now }: Props) {
  const t = useTranslations('register')
  const locale = useLocale()
  const step = upload ? 0 : STEPS.findIndex((status) => status === (progress?.status ?? 'reading'))
  const sending = upload !== null
  const share = sending ? upload.loaded / Math.max(1, upload.total) : progress ? shareDone(progress) : 0
  const left = sending || !progress || now === null ? null : secondsLeft(progress, now)
  const speed = progress && now !== null ? rate(progress, now) : null
  const number = (value: number) => formatNumber(locale, Math.round(value))
  const starts = [progress?.startedAt, progress?.readingAt, progress?.applyingAt]

  return (
    <Card id="running" title={t('running.title')} className="border-2 border-primary">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p className="text-[2.25rem]/[2.625rem] font-semibold tracking-tight">{formatShare(locale, share, 0)}</p>
        {step > 0 && (
          <p className="ml-auto text-table text-text-2">
            {left === null
              ? t('running.estimating')
              : t.rich('running.left', { time: durationIn(t, left), b: (text) => <b className="text-text">{text}</b> })}
          </p>
        )}
      </div>
      <Meter value={share} label={t('running.meter')} className="my-2 h-2.5" />
      <p className="min-h-4.5 text-small text-text-2">
        {sending &&
          t('running.bytes', {
            done: formatNumber(locale, upload.loaded / MB, 1),
            total: formatNumber(locale, upload.total / MB, 1),
          })}
        {!sending &&
          progress?.total &&
          speed &&
          t(progress.status === 'applying' ? 'running.firms' : 'running.rows', {
            done: number(progress.progress),
            total: number(progress.total),
            rate: number(speed),
          })}
      </p>
      <ol className="my-3 text-table">
        {STEPS.map((status, index) => (
          <li key={status} className="flex items-center gap-2 leading-7 text-text-2">
            {index < step && <CircleCheck size={16} strokeWidth={1.75} className="text-ok" aria-hidden />}
            {index === step && <Spinner size={16} />}
            {index > step && <CircleDashed size={16} strokeWidth={1.75} aria-hidden />}
            <span className={index === step ? 'font-semibold text-text' : index < step ? 'text-text' : undefined}>
              {t(`running.steps.${status}`)}
            </span>
            <span className="ml-auto text-small text-text-3">
              {index === step && t('running.now')}
              {index < step && starts[index] && formatTime(locale, new Date(starts[index]))}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-small text-text-2">{step > 0 ? t('running.leave') : t('running.stay')}</p>
      {lost && <p className="mt-1 text-small text-warn-text">{t('running.lost')}</p>}
      <p className="sr-only" role="status">
        {share >= 0.25 && t('running.announce', { share: formatShare(locale, Math.floor(share * 4) / 4, 0) })}
      </p>
    </Card>
  )
}

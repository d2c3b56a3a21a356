'use client'
import { CircleCheck, CircleDashed, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { durationIn } from '@/components/register/duration'
import type { Upload } from '@/components/register/upload'
import { Card } from '@/components/ui/card'
import { Meter } from '@/components/ui/meter'
import { Spinner } from '@/components/ui/spinner'
import { formatNumber, formatShare, formatTime } from '@/lib/format'
import { currentStep, rate, secondsLeft, shareDone, stepsOf } from '@/lib/register/pace'
import type { ImportProgress } from '@/lib/register/schema'

const MB = 1_000_000

type Props = {
  upload: Upload | null
  progress: ImportProgress | null
  lost: boolean
  now: number | null
  /** Ways to stop it. */
  children?: ReactNode
}

/** Percentage, counts, rate and time left, step by step; the page may be closed once the file is here. */
export function RunningCard({ upload, progress, lost, now, children }: Props) {
  const t = useTranslations('register.running')
  const words = useTranslations('register')
  const locale = useLocale()
  const status = upload || !progress || progress.status === 'receiving' ? 'receiving' : progress.status
  const sending = status === 'receiving'
  const share = upload ? upload.loaded / Math.max(1, upload.total) : progress ? shareDone(progress) : 0
  const step = progress && currentStep(progress)
  const left = sending || !progress || now === null ? null : secondsLeft(progress, now)
  const speed = progress && now !== null ? rate(progress, now) : null
  const number = (value: number) => formatNumber(locale, Math.round(value))
  const title = t(`titles.${status === 'applying' || status === 'undoing' || sending ? status : 'checking'}`)

  return (
    <Card id="running" title={title} className="border-2 border-primary">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p className="text-[2.25rem]/[2.625rem] font-semibold tracking-tight">{formatShare(locale, share, 0)}</p>
        {!sending && (
          <p className="ml-auto text-table text-text-2">
            {!step && t('queued')}
            {step && left === null && t('estimating')}
            {left !== null &&
              t.rich('left', { time: durationIn(words, left), b: (text) => <b className="text-text">{text}</b> })}
          </p>
        )}
      </div>
      <Meter value={share} label={t('meter')} className="my-2 h-2.5" />
      <p className="min-h-4.5 text-small text-text-2">
        {upload &&
          t('bytes', {
            done: formatNumber(locale, upload.loaded / MB, 1),
            total: formatNumber(locale, upload.total / MB, 1),
          })}
        {progress?.total &&
          speed &&
          step !== 'comparing' &&
          t(step === 'reading' ? 'rows' : 'firms', {
            done: number(progress.progress),
            total: number(progress.total),
            rate: number(speed),
          })}
      </p>
      {progress && <StepList progress={progress} />}
      <p className="text-small text-text-2">{upload ? t('stay') : t('leave')}</p>
      {lost && <p className="mt-1 text-small text-warn-text">{t('lost')}</p>}
      {children}
      <p className="sr-only" role="status">
        {share >= 0.25 && t('announce', { share: formatShare(locale, Math.floor(share * 4) / 4, 0) })}
      </p>
    </Card>
  )
}

function StepList({ progress }: { progress: ImportProgress }) {
  const t = useTranslations('register.running')
  const locale = useLocale()
  const steps = stepsOf(progress)
  const now = currentStep(progress)
  const current = now ? steps.indexOf(now) : -1
  return (
    <ol className="my-3 text-table">
      {steps.map((step, index) => {
        const at = progress.steps[step]
        return (
          <li key={step} className="flex items-center gap-2 leading-7 text-text-2">
            {index < current && <CircleCheck size={16} strokeWidth={1.75} className="text-ok" aria-hidden />}
            {index === current && <Spinner size={16} />}
            {index > current && <CircleDashed size={16} strokeWidth={1.75} aria-hidden />}
            <span className={index === current ? 'font-semibold text-text' : index < current ? 'text-text' : undefined}>
              {t(`steps.${step}`)}
            </span>
            <span className="ml-auto text-small text-text-3">
              {index === current && t('now')}
              {index < current && at && formatTime(locale, new Date(at))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

export const StopIcon = () => <X size={16} strokeWidth={1.75} aria-hidden />

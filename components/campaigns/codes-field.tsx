'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { checkCodes } from '@/lib/campaigns/actions'
import { formatNumber } from '@/lib/format'

type CodesFieldProps = { value: string; onChange: (text: string) => void; coolOffMonths: number; error?: string }

/** Tax codes pasted from anywhere, and what becomes of each. */
export function CodesField({ value, onChange, coolOffMonths, error }: CodesFieldProps) {
  const t = useTranslations('campaigns.codes')
  const reasons = useTranslations('campaigns.places')
  const locale = useLocale()
  const { state, isPending, send } = useCampaignVerb(checkCodes)
  const found = state.status === 'saved' ? state.result : null
  const list = (title: string, lines: string[]) =>
    lines.length > 0 && (
      <details className="mt-1.5 text-table">
        <summary className="min-h-6 cursor-pointer font-semibold text-link focus-ring">{title}</summary>
        <ul className="mt-1 wrap-anywhere text-text-2">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    )
  return (
    <div className="max-w-160">
      <TextField
        label={t('label')}
        hint={t('hint')}
        multiline
        rows={6}
        value={value}
        onChange={onChange}
        error={error}
        autoComplete="off"
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button isPending={isPending} onPress={() => send({ codes: value, coolOffMonths })}>
          {t('check')}
        </Button>
        <p role="status" className="text-table font-semibold">
          {found &&
            t('found', {
              count: found.counts.listed,
              shown: formatNumber(locale, found.counts.listed),
              read: found.read,
            })}
        </p>
      </div>
      <FormNotice state={state} />
      {found && list(t('missing', { count: found.missing.length }), found.missing)}
      {found &&
        list(
          t('out', { count: found.out.length }),
          found.out.map(({ code, name, place }) => `${name} (${code}): ${reasons(place as 'ceased')}`),
        )}
      {found && list(t('unread', { count: found.unread.length }), found.unread)}
    </div>
  )
}

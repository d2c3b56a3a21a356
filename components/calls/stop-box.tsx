'use client'
import { useTranslations } from 'next-intl'
import { Box } from '@/components/calls/box'
import type { Draft } from '@/components/calls/draft'
import { TextField } from '@/components/ui/text-field'

type StopBoxProps = { value: string; onChange: (part: Partial<Draft>) => void; error?: string }

/** Why the firm does not want to hear from us again; the consequence stands beside it before anything is saved. */
export function StopBox({ value, onChange, error }: StopBoxProps) {
  const t = useTranslations('calls.stop')
  return (
    <Box title={t('title')}>
      <p className="mb-2 text-small text-text-3">{t('note')}</p>
      <TextField
        name="reason"
        label={t('reason')}
        value={value}
        onChange={(reason) => onChange({ reason })}
        error={error}
        maxLength={300}
      />
    </Box>
  )
}

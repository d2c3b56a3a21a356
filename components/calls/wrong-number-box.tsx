'use client'
import { useTranslations } from 'next-intl'
import { Box } from '@/components/calls/box'
import type { Draft } from '@/components/calls/draft'
import { Select } from '@/components/ui/select'
import { formatPhone } from '@/lib/firms/rules'

type WrongNumberBoxProps = {
  numbers: string[]
  value?: string
  onChange: (part: Partial<Draft>) => void
  error?: string
}

/** Which number is struck, and what that means for the firm. */
export function WrongNumberBox({ numbers, value, onChange, error }: WrongNumberBoxProps) {
  const t = useTranslations('calls.wrong')
  return (
    <Box title={t('title')}>
      <Select
        name="phone"
        label={t('title')}
        hideLabel
        options={numbers.map((number) => ({ id: number, label: formatPhone(number) }))}
        value={value ?? null}
        onChange={(phone) => onChange({ phone })}
        hint={t(numbers.length > 1 ? 'note' : 'last')}
        error={error}
      />
    </Box>
  )
}

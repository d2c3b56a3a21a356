'use client'
import { Globe, Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Draft } from '@/components/calls/draft'
import { Segmented } from '@/components/ui/segmented'
import type { DigitalLevel } from '@/prisma/client/enums'

type DigitalChoiceProps = { value?: DigitalLevel; onChange: (part: Partial<Draft>) => void; error?: string }

export function DigitalChoice({ value, onChange, error }: DigitalChoiceProps) {
  const t = useTranslations('calls.digital')
  const options = [
    { id: 'none', label: t('none') },
    { id: 'email', label: t('email'), icon: <Mail size={14} strokeWidth={1.75} aria-hidden /> },
    { id: 'website', label: t('website'), icon: <Globe size={14} strokeWidth={1.75} aria-hidden /> },
  ]
  return (
    <div data-field="digitalLevel">
      <Segmented
        label={t('label')}
        full
        options={options}
        value={value ?? null}
        onChange={(level) => onChange({ digitalLevel: level as DigitalLevel })}
        error={error}
      />
    </div>
  )
}

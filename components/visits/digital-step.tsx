'use client'
import { Globe, Mail, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Chips } from '@/components/ui/chips'
import { ChoiceCards } from '@/components/ui/choice-cards'
import { Select } from '@/components/ui/select'
import type { StepProps } from '@/components/visits/step-frame'
import { DIGITAL_TOOLS, OBSTACLES } from '@/lib/visits/rules'
import type { DigitalLevel } from '@/prisma/client/enums'

const LEVELS = [
  { id: 'none', Icon: WifiOff, hint: 'noneHint' },
  { id: 'email', Icon: Mail, hint: 'emailHint' },
  { id: 'website', Icon: Globe, hint: 'websiteHint' },
] as const

export function DigitalStep({ draft, change }: StepProps) {
  const t = useTranslations('visits.digital')
  return (
    <>
      <ChoiceCards
        label={t('level')}
        hideLabel
        value={draft.digitalLevel}
        onChange={(level) => change({ digitalLevel: level as DigitalLevel })}
        options={LEVELS.map(({ id, Icon, hint }) => ({
          id,
          label: t(id),
          description: t(hint),
          icon: <Icon size={20} strokeWidth={1.75} aria-hidden />,
        }))}
      />
      <Chips
        label={t('tools')}
        values={draft.digitalTools}
        onChange={(digitalTools) => change({ digitalTools })}
        options={DIGITAL_TOOLS.map((id) => ({ id, label: t(`tool.${id}`) }))}
      />
      <Select
        label={t('obstacle')}
        value={draft.digitalObstacle ?? 'unknown'}
        onChange={(id) => change({ digitalObstacle: id === 'unknown' ? null : id })}
        options={(['unknown', ...OBSTACLES] as const).map((id) => ({ id, label: t(`obstacles.${id}`) }))}
      />
    </>
  )
}

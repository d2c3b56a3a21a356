'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { IDLE } from '@/lib/form-state'
import { saveOppositionRule } from '@/lib/oppositions/actions'
import type { OppositionRule } from '@/prisma/client/enums'

const RULES: OppositionRule[] = ['off', 'warn', 'block']

/** Off, warn or block; said at once what it does. */
export function RuleChoice({ campaignId, rule }: { campaignId: string; rule: OppositionRule }) {
  const t = useTranslations('oppositions')
  const [, startTransition] = useTransition()
  const choose = (chosen: string) =>
    startTransition(async () => {
      try {
        const state = await saveOppositionRule(IDLE, { campaignId, rule: chosen as OppositionRule })
        if (state.status === 'rejected') toast({ message: state.message, tone: 'danger' })
      } catch (error) {
        unstable_rethrow(error)
        toast({ message: t('unsaved'), tone: 'danger' })
      }
    })
  return (
    <>
      <Segmented
        label={t('rule')}
        options={RULES.map((id) => ({ id, label: t(`rules.${id}`) }))}
        value={rule}
        onChange={choose}
      />
      <p className="mt-1.5 text-small text-text-2">{t(`means.${rule}`)}</p>
    </>
  )
}

'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PressButton } from '@/components/today/press-button'
import { settleFollowUp } from '@/lib/today/actions'

type SettleButtonProps = { id: string; version: number; firmName: string }

/** The contact agreed at a visit has been made. */
export function SettleButton({ firmName, ...visit }: SettleButtonProps) {
  const t = useTranslations('today.owed')
  const words = { open: t('settle'), label: t('settleFirm', { name: firmName }), done: t('settled') }
  return <PressButton verb={settleFollowUp} of={visit} icon={Check} words={words} />
}

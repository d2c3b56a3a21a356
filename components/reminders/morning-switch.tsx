'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { IDLE } from '@/lib/form-state'
import { saveMorningMail } from '@/lib/reminders/actions'

export function MorningSwitch({ isWanted }: { isWanted: boolean }) {
  const t = useTranslations('reminders.mail')
  const [isOn, setOn] = useState(isWanted)
  const choose = async (on: boolean) => {
    setOn(on)
    const said = await saveMorningMail(IDLE, { isWanted: on }).catch(() => null)
    if (said?.status === 'saved') return toast({ message: t(on ? 'on' : 'off'), tone: 'ok' })
    setOn(!on)
    toast({ message: said?.status === 'rejected' ? said.message : t('unsent'), tone: 'danger' })
  }
  return (
    <Switch isSelected={isOn} onChange={choose} className="max-w-120">
      {t('switch')}
    </Switch>
  )
}

'use client'
import { Ban, Phone, PhoneOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDialled } from '@/components/calls/call-state'
import { buttonStyles } from '@/components/ui/button-styles'
import { formatPhone } from '@/lib/firms/rules'
import type { FirmOnTelephone } from '@/lib/leases/queries'

type DialBoxProps = Pick<FirmOnTelephone, 'numbers' | 'phones'> & { stopped: boolean }

/** The number to dial; no link where the firm, or the number, must not be called. */
export function DialBox({ numbers, phones, stopped }: DialBoxProps) {
  const t = useTranslations('calls.firm')
  const { dial } = useDialled()
  const [first] = numbers
  if (stopped) return <Nothing Icon={Ban} words={t('noDial')} />
  if (!first) {
    const kept = phones.some(({ e164, struck }) => e164 && !struck)
    return <Nothing Icon={PhoneOff} words={t(kept ? 'notAllowed' : 'noNumber')} />
  }
  return (
    <a
      href={`tel:${first}`}
      data-key="C"
      aria-label={t('dial', { number: formatPhone(first) })}
      onClick={() => dial(first)}
      className={`${buttonStyles({ variant: 'filled', size: 'lg' })} rounded-l! text-[17px] max-tablet:w-full`}
    >
      <Phone size={20} strokeWidth={1.75} aria-hidden />
      {formatPhone(first)}
    </a>
  )
}

function Nothing({ Icon, words }: { Icon: typeof Ban; words: string }) {
  return (
    <p className="flex items-center gap-2 text-table text-text-2">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {words}
    </p>
  )
}

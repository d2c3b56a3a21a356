'use client'
import { Ban, Phone, PhoneOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDialled } from '@/components/calls/call-state'
import { PhoneList } from '@/components/calls/phone-list'
import { buttonStyles } from '@/components/ui/button-styles'
import { formatPhone } from '@/lib/firms/rules'
import type { FirmOnTelephone } from '@/lib/leases/queries'

type DialBoxProps = Pick<FirmOnTelephone, 'numbers' | 'phones' | 'opposition'> & { stopped: boolean }

/** The number to dial, and the state of all; no link where the firm, or the number, must not be called. */
export function DialBox({ numbers, phones, opposition, stopped }: DialBoxProps) {
  const t = useTranslations('calls.firm')
  const { dial } = useDialled()
  const [first] = numbers
  if (stopped) return <Nothing Icon={Ban} words={t('noDial')} />
  return (
    <div className="flex flex-col items-end gap-1 max-tablet:w-full max-tablet:items-stretch">
      {first ? (
        <a
          href={`tel:${first}`}
          data-key="C"
          aria-label={t('dial', { number: formatPhone(first) })}
          onClick={() => dial(first)}
          className={`${buttonStyles({ variant: 'filled', size: 'lg' })} rounded-l! text-[17px]`}
        >
          <Phone size={20} strokeWidth={1.75} aria-hidden />
          {formatPhone(first)}
        </a>
      ) : (
        <Nothing
          Icon={PhoneOff}
          words={t(phones.some(({ e164, struck }) => e164 && !struck) ? 'notAllowed' : 'noNumber')}
        />
      )}
      <PhoneList phones={phones} numbers={numbers} opposition={opposition} />
    </div>
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

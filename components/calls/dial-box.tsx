'use client'
import { Ban, Phone, PhoneOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDialled } from '@/components/calls/call-state'
import { buttonStyles } from '@/components/ui/button-styles'
import { formatPhone } from '@/lib/firms/rules'

/** The number to dial, and the others; none where the firm must not be called. */
export function DialBox({ numbers, stopped }: { numbers: string[]; stopped: boolean }) {
  const t = useTranslations('calls.firm')
  const { dial } = useDialled()
  const [first, ...others] = numbers
  if (!first) {
    const Icon = stopped ? Ban : PhoneOff
    return (
      <p className="flex items-center gap-2 text-table text-text-2">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {t(stopped ? 'noDial' : 'noNumber')}
      </p>
    )
  }
  return (
    <div className="flex flex-col items-end gap-1 max-tablet:w-full max-tablet:items-stretch">
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
      {others.length > 0 && (
        <p className="text-small text-text-3">
          {t('otherNumbers')}:{' '}
          {others.map((number, index) => (
            <span key={number}>
              {index > 0 && ' · '}
              <a
                href={`tel:${number}`}
                onClick={() => dial(number)}
                className="inline-flex min-h-6 items-center text-link underline underline-offset-2"
              >
                {formatPhone(number)}
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useDialled } from '@/components/calls/call-state'
import { formatPhone } from '@/lib/firms/rules'
import { formatDate } from '@/lib/format'
import type { DeskPhone, FirmOnTelephone } from '@/lib/leases/queries'

type PhoneListProps = Pick<FirmOnTelephone, 'numbers' | 'phones' | 'opposition'>

/** Every number with what is known of it; a single one of the register, with nothing to say, is the button above. */
export function PhoneList({ numbers, phones, opposition }: PhoneListProps) {
  const t = useTranslations('calls.firm')
  const checks = useTranslations('oppositions.states')
  const locale = useLocale()
  const { number: dialled, dial } = useDialled()
  const about = (phone: DeskPhone) =>
    [
      phone.struck && t('struck'),
      phone.source === 'person' && t('fromPerson'),
      dialled !== undefined && phone.e164 === dialled && t('dialled'),
      opposition !== 'off' &&
        !phone.struck &&
        checks(phone.state, { date: phone.checkedAt ? formatDate(locale, phone.checkedAt, 'long') : '' }),
    ].filter((words) => words !== false)
  const [only] = phones
  const plain = phones.length === 1 && only && !only.struck && only.source === 'register' && opposition === 'off'
  if (!only || plain) return null
  return (
    <ul aria-label={t('numbers')} className="basis-full text-small text-text-3">
      {phones.map((phone) => {
        const { e164 } = phone
        const text = e164 ? formatPhone(e164) : phone.printed
        const words = about(phone)
        return (
          <li key={phone.id} className="leading-5">
            {phone.struck && <s>{text}</s>}
            {!phone.struck && e164 && numbers.includes(e164) && (
              <a
                href={`tel:${e164}`}
                onClick={() => dial(e164)}
                className="inline-flex min-h-6 items-center text-link underline underline-offset-2"
              >
                {text}
              </a>
            )}
            {!phone.struck && !(e164 && numbers.includes(e164)) && <span>{text}</span>}
            {words.length > 0 && <span> · {words.join(', ')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

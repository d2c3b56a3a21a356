import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/firms/rules'

type PhoneNumbersProps = {
  phones: { id: string; e164: string | null; printed: string; struckAt: Date | null }[]
  /** Where the firm is not to be contacted no number leads anywhere. */
  contactable: boolean
  /** Numbers that a campaign's rule on the register of oppositions does not let be dialled. */
  blocked: string[]
}

export function PhoneNumbers({ phones, contactable, blocked }: PhoneNumbersProps) {
  const t = useTranslations('firms.facts')
  return (
    <ul>
      {phones.map(({ id, e164, printed, struckAt }) => {
        const text = e164 ? formatPhone(e164) : printed
        if (struckAt)
          return (
            <li key={id} className="text-text-3">
              <s>{text}</s> {t('struck')}
            </li>
          )
        return (
          <li key={id}>
            {e164 && contactable && !blocked.includes(e164) ? (
              <a href={`tel:${e164}`} className="inline-flex min-h-6 items-center text-link underline">
                {text}
              </a>
            ) : (
              text
            )}
            {e164 && contactable && blocked.includes(e164) && (
              <span className="text-small text-text-2"> · {t('blocked')}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/firms/rules'

type PhoneNumbersProps = {
  phones: { id: string; e164: string | null; printed: string; struckAt: Date | null }[]
  /** Where the firm is not to be contacted no number leads anywhere. */
  contactable: boolean
}

export function PhoneNumbers({ phones, contactable }: PhoneNumbersProps) {
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
            {e164 && contactable ? (
              <a href={`tel:${e164}`} className="inline-flex min-h-6 items-center text-link underline">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        )
      })}
    </ul>
  )
}

'use client'
import { useLocale } from 'next-intl'
import { LOCALES } from '@/lib/i18n/messages'
import { chooseLocale } from '@/lib/preferences/actions'

const NAMES = { it: 'Italiano', en: 'English' }

type LanguageChoiceProps = { label: string; className: string; buttonClassName: string }

/** A plain form, so that it works before anything else has loaded; the page keeps what was typed in it. */
export function LanguageChoice({ label, className, buttonClassName }: LanguageChoiceProps) {
  const chosen = useLocale()
  return (
    <form action={chooseLocale} className={className}>
      <fieldset className="contents">
        <legend className="sr-only">{label}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            title={NAMES[locale]}
            aria-label={`${locale.toUpperCase()}, ${NAMES[locale]}`}
            aria-pressed={locale === chosen}
            className={buttonClassName}
          >
            {locale.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

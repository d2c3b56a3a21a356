import { getLocale, getTranslations } from 'next-intl/server'
import { classNames } from '@/components/ui/class-names'
import { atecoTitle } from '@/lib/ateco/queries'
import { formatDate, formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { FirmOnTelephone } from '@/lib/leases/queries'

const UNKNOWN = '–'

type DeskFactsProps = { firm: FirmOnTelephone['firm']; person?: FirmOnTelephone['contacts'][number] }

/** Nine facts to have before one's eyes while it rings. */
export async function DeskFacts({ firm, person }: DeskFactsProps) {
  const [t, texts, locale] = await Promise.all([
    getTranslations('calls.facts'),
    getTranslations('firms.size'),
    getLocale(),
  ])
  const activity = firm.ateco && (await atecoTitle(locale, { ateco: firm.ateco, version: firm.atecoVersion }))
  const { employeesDependent: dependent, employeesIndependent: independent } = firm
  const staff = dependent === null && independent === null ? null : (dependent ?? 0) + (independent ?? 0)
  const facts = {
    sector: [nameIn(locale, { nameIt: firm.sectorIt, nameEn: firm.sectorEn }), firm.ateco, activity]
      .filter(Boolean)
      .join(' · '),
    office: [firm.address, firm.place].filter(Boolean).join(', '),
    staff: staff === null ? texts(firm.sizeClass) : formatNumber(locale, staff),
    registered: firm.registeredOn && formatDate(locale, firm.registeredOn, 'day'),
    pec: firm.pec,
    units: formatNumber(locale, firm.units),
    contact: person && [person.name, person.role].filter(Boolean).join(', '),
    digital: firm.digitalLevel && t(`levels.${firm.digitalLevel}`),
    vat: firm.vat,
  }
  return (
    <dl className="grid grid-cols-2 gap-x-4.5 gap-y-2.25 px-4 py-3 desk:grid-cols-[1fr_1.65fr_0.8fr]">
      {(Object.keys(facts) as (keyof typeof facts)[]).map((name) => (
        <div key={name} className={classNames('min-w-0', name === 'pec' && 'max-desk:col-span-2')}>
          <dt className="text-small leading-[17px] text-text-3">{t(name)}</dt>
          <dd className="text-body leading-5 wrap-anywhere">{facts[name] || UNKNOWN}</dd>
        </div>
      ))}
    </dl>
  )
}

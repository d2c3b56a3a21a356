import { Lock } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Fact } from '@/components/firms/fact'
import { PhoneNumbers } from '@/components/firms/phone-numbers'
import { Card } from '@/components/ui/card'
import { atecoTitle } from '@/lib/ateco/queries'
import { firmById, lastImportOf } from '@/lib/firms/queries'
import { formatDate, formatEuro, formatNumber } from '@/lib/format'
import type texts from '@/lib/i18n/it/firms.json'
import { blockedNumbers } from '@/lib/oppositions/queries'

/** What the register says of the firm, with what people corrected. */
export async function FirmFacts({ firmId }: { firmId: string }) {
  const firm = await firmById(firmId)
  if (!firm) return null
  const locale = await getLocale()
  const [t, imported, activity, blocked] = await Promise.all([
    getTranslations('firms'),
    lastImportOf(firm.lastImportId),
    atecoTitle(locale, { ateco: firm.ateco, version: firm.atecoVersion }),
    blockedNumbers(firm.id),
  ])
  const day = (date: Date | null) => date && formatDate(locale, date, 'day')
  const number = (value: number) => formatNumber(locale, value)
  const { employeesDependent: dependent, employeesIndependent: independent } = firm
  const staff = dependent === null && independent === null ? null : (dependent ?? 0) + (independent ?? 0)
  const split = dependent !== null && independent !== null ? t('facts.staffSplit', { dependent, independent }) : null
  const place = [firm.postcode, firm.municipality?.name ?? firm.municipalityName].filter(Boolean).join(' ')
  const form = firm.legalForm as keyof typeof texts.legalForms | null
  const corrected = (...fields: string[]) => firm.corrections.filter(({ field }) => fields.includes(field))
  const lock = imported && (
    <span
      className="mr-1.5 inline-flex items-center gap-1 text-small text-text-3"
      title={t('facts.updated', { date: formatDate(locale, imported, 'day') })}
    >
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{t('facts.updated', { date: formatDate(locale, imported, 'day') })}</span>
      <span aria-hidden>{formatDate(locale, imported, 'brief')}</span>
    </span>
  )
  return (
    <Card id="facts" title={t('facts.title')} actions={lock}>
      <dl className="flex flex-col gap-1.5 text-table">
        <Fact term={t('facts.taxCode')}>{firm.codiceFiscale}</Fact>
        {firm.partitaIva !== firm.codiceFiscale && <Fact term={t('facts.vat')}>{firm.partitaIva}</Fact>}
        <Fact term={t('facts.rea')}>{firm.reaNumber && `${firm.reaProvince}-${firm.reaNumber}`}</Fact>
        <Fact term={t('facts.legalForm')}>
          {form && (t.has(`legalForms.${form}`) ? t(`legalForms.${form}`) : form)}
        </Fact>
        <Fact term={t(`facts.${firm.atecoVersion ?? 'ateco'}`)} below={firm.activity}>
          {firm.ateco && [firm.ateco, activity].filter(Boolean).join(' · ')}
        </Fact>
        <Fact term={t('facts.otherAteco')}>{firm.atecoCodes.filter((code) => code !== firm.ateco).join(', ')}</Fact>
        <Fact
          term={t('facts.office')}
          below={firm.address && place}
          corrections={corrected('address', 'postcode', 'municipalityCode')}
        >
          {firm.address ?? place}
        </Fact>
        <Fact
          term={t('facts.staff')}
          below={split}
          corrections={corrected('employeesDependent', 'employeesIndependent')}
        >
          {staff === null ? firm.sizeClass !== 'unknown' && t(`size.${firm.sizeClass}`) : number(staff)}
        </Fact>
        <Fact term={t('facts.registered')}>{day(firm.registeredOn)}</Fact>
        <Fact term={t('facts.ceased')}>{day(firm.ceasedOn)}</Fact>
        <Fact term={t('facts.capital')}>{firm.capitalEuro && formatEuro(locale, firm.capitalEuro.toNumber())}</Fact>
        <Fact term={t('facts.phones')}>
          {firm.phones.length > 0 && (
            <PhoneNumbers phones={firm.phones} contactable={!firm.doNotContactSince} blocked={blocked} />
          )}
        </Fact>
        <Fact term={t('facts.pec')} corrections={corrected('pec')}>
          {firm.pec && <Mail address={firm.pec} linked={!firm.doNotContactSince} />}
        </Fact>
        <Fact term={t('facts.email')} corrections={corrected('email')}>
          {firm.email && <Mail address={firm.email} linked={!firm.doNotContactSince} />}
        </Fact>
        <Fact term={t('facts.website')} corrections={corrected('website')}>
          {firm.website && <Website address={firm.website} />}
        </Fact>
      </dl>
    </Card>
  )
}

const LINK = 'block truncate py-0.5 text-link underline'

function Mail({ address, linked }: { address: string; linked: boolean }) {
  if (!linked) return address
  return (
    <a href={`mailto:${address}`} title={address} className={LINK}>
      {address}
    </a>
  )
}

function Website({ address }: { address: string }) {
  const href = /^https?:\/\//i.test(address) ? address : `https://${address}`
  return (
    <a href={href} rel="noreferrer" className={LINK}>
      {address.replace(/^https?:\/\//i, '')}
    </a>
  )
}

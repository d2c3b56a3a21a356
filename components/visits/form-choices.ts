import 'server-only'
import { getLocale } from 'next-intl/server'
import { workingCalendar } from '@/lib/chamber/queries'
import { nameIn } from '@/lib/i18n/name'
import { needTypes, officeChoices } from '@/lib/needs/queries'
import { serviceChoices } from '@/lib/visits/queries'

/** Services, types of need and offices, named in the language of the screen, and when the Chamber works. */
export async function formChoices() {
  const [locale, services, types, offices, calendar] = await Promise.all([
    getLocale(),
    serviceChoices(),
    needTypes(),
    officeChoices(),
    workingCalendar(),
  ])
  const english = locale === 'en'
  return {
    calendar,
    services: services.map((service) => ({
      id: service.id,
      name: nameIn(locale, service),
      description: english ? service.descriptionEn : service.descriptionIt,
      needTypeIds: service.needTypeIds,
    })),
    needTypes: types.map((type) => ({
      id: type.id,
      code: type.code,
      name: nameIn(locale, type),
      short: english ? type.shortEn : type.shortIt,
      officeId: type.office?.id ?? '',
    })),
    offices: offices.map((office) => ({ id: office.id, name: nameIn(locale, office), answerDays: office.answerDays })),
  }
}

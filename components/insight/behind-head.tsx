import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { type BehindInput, queryOf } from '@/lib/insight/schema'
import { readPresented } from '@/lib/presented/queries'
import { rankedTypes } from '@/lib/ranking/queries'
import { dateColumn } from '@/lib/today/rules'

/** Says which number the firms are behind, and leads back to the page it stands on. */
export async function BehindHead({ input }: { input: BehindInput }) {
  const [t, locale] = await Promise.all([getTranslations('insight'), getLocale()])
  const [{ sectors, municipalities }, types, rows] = await Promise.all([
    insightChoices(),
    rankedTypes(),
    input.service ? readPresented(input) : [],
  ])
  const service = rows.find(({ id }) => id === input.service)
  const type = types.find(({ id }) => id === input.need)
  const sector = sectors.find(({ id }) => id === input.row)
  const place = municipalities.find(({ istatCode }) => istatCode === input.place)
  const of = input.level
    ? t('firms.level', { level: t(`digital.levels.${input.level}`) })
    : input.said
      ? t(`firms.said.${input.said}`)
      : service
        ? t(`firms.answers.${input.answer ?? 'presented'}`, { service: nameIn(locale, service) })
        : type
          ? t('firms.need', { need: nameIn(locale, type) })
          : input.row || input.group || input.place || input.staff
            ? t('firms.steps.visited')
            : t(`firms.steps.${input.step ?? 'visited'}`)
  const title = [
    of,
    sector && nameIn(locale, sector),
    place?.name,
    input.staff && t(`sizes.${input.staff}`),
    input.group && t(`firms.${input.group}`),
    input.week && t('firms.week', { day: formatDate(locale, dateColumn(input.week), 'day') }),
    input.second && t('firms.second'),
  ]
  return (
    <PageHead
      title={title.filter(Boolean).join(' · ')}
      crumb={
        <Link href={`/insight${queryOf(input)}` as Route} className="text-link underline underline-offset-2">
          {t('firms.back')}
        </Link>
      }
    />
  )
}

import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { nameIn } from '@/lib/i18n/name'
import { insightChoices } from '@/lib/insight/queries'
import { type BehindInput, queryOf } from '@/lib/insight/schema'
import { rankedTypes } from '@/lib/ranking/queries'

/** Says which number the firms are behind, and leads back to the page it stands on. */
export async function BehindHead({ input }: { input: BehindInput }) {
  const [t, locale] = await Promise.all([getTranslations('insight'), getLocale()])
  const [{ sectors }, types] = await Promise.all([insightChoices(), rankedTypes()])
  const type = types.find(({ id }) => id === input.need)
  const sector = sectors.find(({ id }) => id === input.row)
  const of = input.level
    ? t('firms.level', { level: t(`digital.levels.${input.level}`) })
    : input.said
      ? t(`firms.said.${input.said}`)
      : type
        ? t('firms.need', { need: nameIn(locale, type) })
        : input.row || input.group
          ? t('firms.steps.visited')
          : t(`firms.steps.${input.step ?? 'visited'}`)
  const title = [of, sector && nameIn(locale, sector), input.group && t(`firms.${input.group}`)]
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

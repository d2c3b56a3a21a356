import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { NeedPriorityMark, NeedStatusTag } from '@/components/needs/need-tags'
import { nameIn } from '@/lib/i18n/name'
import type { visitById } from '@/lib/visits/queries'

type Visit = NonNullable<Awaited<ReturnType<typeof visitById>>>

export function VisitServices({ services }: Pick<Visit, 'services'>) {
  const locale = useLocale()
  const t = useTranslations('visits.page')
  if (services.length === 0) return <p className="text-table text-text-2">{t('noServices')}</p>
  const said = (answer: boolean | null, yes: string, no: string) => (answer === null ? null : answer ? yes : no)
  return (
    <ul className="divide-y divide-border">
      {[...services]
        .sort((a, b) => a.service.position - b.service.position)
        .map(({ serviceId, service, knownBefore, usedBefore, interested }) => (
          <li key={serviceId} className="py-2">
            <b className="font-semibold">{nameIn(locale, service)}</b>
            <p className="text-table text-text-2">
              {[
                said(knownBefore, t('said.known'), t('said.notKnown')),
                said(usedBefore, t('said.used'), t('said.notUsed')),
                said(interested, t('said.interested'), t('said.notInterested')),
              ]
                .filter(Boolean)
                .join(' · ') || t('unsaid')}
            </p>
          </li>
        ))}
    </ul>
  )
}

export function VisitNeeds({ needs }: Pick<Visit, 'needs'>) {
  const locale = useLocale()
  const t = useTranslations('visits.page')
  if (needs.length === 0) return <p className="text-table text-text-2">{t('noNeeds')}</p>
  return (
    <ul className="divide-y divide-border">
      {needs.map(({ id, needType, priority, status, words, office }) => (
        <li key={id} className="flex flex-col gap-1 py-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/needs/${id}` as Route} className="font-semibold text-text hover:underline">
              {nameIn(locale, needType)}
            </Link>
            <NeedPriorityMark priority={priority} />
            <NeedStatusTag status={status} />
          </p>
          {words && <p className="text-table">«{words}»</p>}
          {office && <p className="text-table text-text-2">{t('office', { office: nameIn(locale, office) })}</p>}
        </li>
      ))}
    </ul>
  )
}

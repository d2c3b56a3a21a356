import { getLocale, getTranslations } from 'next-intl/server'
import { filterParams } from '@/components/firms/firm-address'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { filterChoices } from '@/lib/firm-search/queries'
import type { FirmFilter } from '@/lib/firms/schema'
import { nameIn } from '@/lib/i18n/name'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

/** Nothing found: by these filters, or because the register has not come in yet. */
export async function FirmNone({ filter }: { filter: FirmFilter }) {
  const [t, locale, { sectors, municipalities }, actor] = await Promise.all([
    getTranslations('firms'),
    getLocale(),
    filterChoices(),
    gate('firms.read'),
  ])
  const frame = 'rounded-l border border-border bg-surface'
  if (filterParams(filter).every(([name]) => name === 'campaign')) {
    const action = can(actor, 'register.import') && (
      <LinkButton href="/register" variant="filled">
        {t('list.import')}
      </LinkButton>
    )
    return <Empty className={frame} title={t('list.empty')} action={action} />
  }
  const named = [
    ...(filter.q ? [t('filters.q', { text: filter.q })] : []),
    ...sectors.filter(({ id }) => filter.sector.includes(id)).map((sector) => nameIn(locale, sector)),
    ...municipalities.filter(({ istatCode }) => filter.municipality.includes(istatCode)).map(({ name }) => name),
    ...filter.size.map((size) => t(`size.${size}`)),
    ...(filter.status ? [lowerFirst(t(`status.${filter.status}`))] : []),
    ...(filter.contacted
      ? [`${lowerFirst(t('filters.contacted'))}: ${t(`filters.${CONTACTED[filter.contacted]}`)}`]
      : []),
    ...(['young', 'female', 'foreign'] as const)
      .filter((flag) => filter[flag])
      .map((flag) => lowerFirst(t(`flags.${flag}`))),
    ...(filter.doNotContact ? [lowerFirst(t('filters.doNotContact'))] : []),
  ]
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'it-IT').format(named)
  const common = await getTranslations('common')
  return (
    <Empty
      className={frame}
      title={t('list.noResult', { filters: list })}
      action={<LinkButton href="/firms">{common('clearFilters')}</LinkButton>}
    />
  )
}

const CONTACTED = { yes: 'contactedYes', no: 'contactedNo' } as const

function lowerFirst(text: string) {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

import type { Route } from 'next'
import Link from 'next/link'
import type { getTranslations } from 'next-intl/server'
import { FlagTags, StatusTag, StopTag } from '@/components/firms/firm-tags'
import type { FoundFirm } from '@/lib/firm-search/queries'
import { formatNumber } from '@/lib/format'

type FirmRowProps = {
  firm: FoundFirm
  /** Handed down: twenty-five rows need not ask for the words twenty-five times. */
  t: Awaited<ReturnType<typeof getTranslations<'firms'>>>
  locale: string
  inCampaign: boolean
}

/** Its cells are dressed by the table, which keeps twenty-five rows light. */
export function FirmRow({ firm, t, locale, inCampaign }: FirmRowProps) {
  const sector = locale === 'en' ? firm.sectorEn : firm.sectorIt
  const stopped = firm.doNotContactSince !== null
  return (
    <tr>
      <th scope="row">
        <Link href={`/firms/${firm.id}` as Route} prefetch={false} title={firm.name}>
          {firm.name}
        </Link>
        <p>{[sector, firm.municipality].filter(Boolean).join(' · ')}</p>
        {firm.status !== 'active' && <StatusTag status={firm.status} />}
        {stopped && (
          <span className="tablet:hidden">
            <StopTag />
          </span>
        )}
      </th>
      <td>
        {sector}
        {firm.ateco && <small title={firm.activity ?? undefined}>{firm.ateco}</small>}
      </td>
      <td>{firm.municipality}</td>
      <td>{firm.employees === null ? '–' : formatNumber(locale, firm.employees)}</td>
      <td>
        <FlagTags firm={firm} />
      </td>
      {inCampaign && <td>{firm.campaignState ? t(`states.${firm.campaignState}`) : '–'}</td>}
      <td>{stopped ? <StopTag /> : t(firm.dialable ? 'contact.ok' : 'list.noPhone')}</td>
    </tr>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { FirmRows, type PrintedFirm } from '@/components/firms/firm-rows'
import { statusLook } from '@/components/firms/firm-tags'
import { classNames } from '@/components/ui/class-names'
import type { FoundFirm } from '@/lib/firm-search/queries'
import { formatNumber } from '@/lib/format'

const ROWS =
  '[&_tr]:border-border [&_tr]:not-last:border-b [&_tr]:hover:bg-hover [&_td]:hidden [&_td]:px-2.5 [&_td]:py-1.5 [&_td]:align-top [&_td]:break-words [&_td]:tablet:table-cell'
const NAMES =
  '[&_th]:py-1.5 [&_th]:pr-2.5 [&_th]:pl-4 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_a]:-my-0.5 [&_a]:block [&_a]:truncate [&_a]:py-0.5 [&_a]:font-semibold [&_a]:text-link [&_a]:not-hover:no-underline [&_a]:max-tablet:py-1.5 [&_p]:truncate [&_p]:text-small [&_p]:text-text-2 [&_p]:tablet:hidden'
const DETAILS =
  '[&_small]:block [&_small]:text-small [&_small]:text-text-3 [&_td:nth-child(4)]:text-right [&_td:nth-child(4)]:max-desk:hidden [&_td:nth-child(5)]:space-x-1 [&_td:nth-child(5)]:max-wide:hidden'
const CAMPAIGN = '[&_td:nth-child(6)]:text-text-2 [&_td:nth-child(6)]:max-desk:hidden'

const HEAD = 'hidden h-9 px-2.5 text-left text-small font-semibold text-text-2 tablet:table-cell'

const OWNERS = ['young', 'female', 'foreign'] as const

type FirmTableProps = { rows: FoundFirm[]; inCampaign: boolean }

/** A table from tablets up; on phones its rows are a list of two lines. */
export async function FirmTable({ rows, inCampaign }: FirmTableProps) {
  const [t, locale] = await Promise.all([getTranslations('firms'), getLocale()])
  const printed = (firm: FoundFirm): PrintedFirm => ({
    id: firm.id,
    name: firm.name,
    sector: locale === 'en' ? firm.sectorEn : firm.sectorIt,
    ...(firm.municipality && { place: firm.municipality }),
    ...(firm.ateco && { ateco: firm.ateco, ...(firm.activity && { activity: firm.activity }) }),
    staff: firm.employees === null ? '–' : formatNumber(locale, firm.employees),
    flags: OWNERS.filter((flag) => firm[flag]).map((flag) => t(`flags.${flag}`)),
    ...(firm.status !== 'active' && { status: [...statusLook(firm.status), t(`status.${firm.status}`)] }),
    ...(inCampaign && { campaign: firm.campaignState ? t(`states.${firm.campaignState}`) : '–' }),
    ...(!firm.doNotContactSince && { contact: t(firm.dialable ? 'contact.ok' : 'list.noPhone') }),
  })
  return (
    <table className="w-full table-fixed border-collapse text-table">
      <caption className="sr-only">{t('list.caption')}</caption>
      <thead className="max-tablet:sr-only tablet:border-b tablet:border-border">
        <tr>
          <th scope="col" className={`${HEAD} pl-4!`}>
            {t('columns.name')}
          </th>
          <th scope="col" className={`${HEAD} w-36 desk:w-48`}>
            {t('columns.sector')}
          </th>
          <th scope="col" className={`${HEAD} w-30 desk:w-36`}>
            {t('columns.municipality')}
          </th>
          <th scope="col" className={`${HEAD} w-18 text-right max-desk:hidden!`}>
            {t('columns.staff')}
          </th>
          <th scope="col" className={`${HEAD} w-48 max-wide:hidden!`}>
            {t('columns.flags')}
          </th>
          {inCampaign && (
            <th scope="col" className={`${HEAD} w-34 max-desk:hidden!`}>
              {t('columns.campaign')}
            </th>
          )}
          <th scope="col" className={`${HEAD} w-36`}>
            {t('columns.contact')}
          </th>
        </tr>
      </thead>
      <tbody className={classNames(ROWS, NAMES, DETAILS, inCampaign && CAMPAIGN)}>
        <FirmRows firms={rows.map(printed)} stop={t('contact.stop')} />
      </tbody>
    </table>
  )
}

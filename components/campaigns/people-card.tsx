import { getLocale, getTranslations } from 'next-intl/server'
import { PromoterList } from '@/components/campaigns/promoter-list'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { promoters } from '@/lib/campaigns/queries'
import { filterChoices } from '@/lib/firm-search/queries'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { unsharedFirms } from '@/lib/memberships/queries'

type Member = {
  user: { id: string; name: string; active: boolean }
  shares: { sectorId: string | null; municipalityCode: string | null }[]
}

/** Who calls, each their part; firms that are nobody's are said. */
export async function PeopleCard({ campaignId, members }: { campaignId: string; members: Member[] }) {
  const [t, locale, everybody, { sectors, municipalities }, nobodys] = await Promise.all([
    getTranslations('campaigns'),
    getLocale(),
    promoters(),
    filterChoices(),
    unsharedFirms(campaignId),
  ])
  const people = members.map(({ user, shares }) => {
    const sectorIds = shares.flatMap(({ sectorId }) => sectorId ?? [])
    return { ...user, share: { sectorIds, municipalityCodes: shares.flatMap((share) => share.municipalityCode ?? []) } }
  })
  const choices = {
    sectors: sectors.map((sector) => ({ id: sector.id, label: nameIn(locale, sector) })),
    municipalities: municipalities.map(({ istatCode, name }) => ({ id: istatCode, label: name })),
  }
  const others = everybody.filter((one) => !people.some((person) => person.id === one.id))
  return (
    <Card id="people" title={t('people.title')}>
      {nobodys > 0 && (
        <Notice tone="warn" className="mb-3">
          {t('share.nobodys', { count: nobodys, shown: formatNumber(locale, nobodys) })}
        </Notice>
      )}
      <PromoterList campaignId={campaignId} people={people} others={others} choices={choices} />
    </Card>
  )
}

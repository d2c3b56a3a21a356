import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { CallingHours } from '@/lib/calling-hours/rules'
import { DAY_PARTS, RULE_NAMES, type RuleName } from '@/lib/calling-rules/rules'
import type { Draw } from '@/lib/draws/schema'
import { formatNumber } from '@/lib/format'

type CampaignRulesCardProps = {
  campaign: Record<RuleName, number> & CallingHours & { seed: number | null }
  draw: Draw | null
}

/** By which rules firms are called, and how they were drawn. */
export async function CampaignRulesCard({ campaign, draw }: CampaignRulesCardProps) {
  const [t, locale] = await Promise.all([getTranslations('campaigns'), getLocale()])
  const parts = DAY_PARTS.filter((part) => campaign.dayParts.includes(part)).map((part) => t(`hours.parts.${part}`))
  const when = [
    t(campaign.officeHours ? 'hours.officeHours' : 'hours.always'),
    ...(campaign.saturdays ? [t('hours.saturdays')] : []),
    ...(parts.length < DAY_PARTS.length ? parts : []),
  ]
  const drawn = draw
    ? [
        [t('draw.by'), draw.by.map((one) => t(`draw.stratifiers.${one}`)).join(', ') || t('draw.all')],
        [t('draw.allocation'), t(`draw.allocations.${draw.allocation}`)],
        [t('draw.seed'), String(campaign.seed ?? '–')],
      ]
    : []
  const lines = [
    [t('hours.title'), when.join(', ')],
    ...RULE_NAMES.map((rule) => [t(`rules.${rule}`), formatNumber(locale, campaign[rule])]),
    ...drawn,
  ]
  return (
    <Card id="rules" title={t('rules.title')}>
      <dl className="text-table">
        {lines.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 border-b border-border py-1.5 last:border-0">
            <dt className="text-text-2">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

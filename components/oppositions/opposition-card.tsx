import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerUpload } from '@/components/oppositions/answer-upload'
import { RuleChoice } from '@/components/oppositions/rule-choice'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { formatDate, formatNumber } from '@/lib/format'
import { oppositionFigures } from '@/lib/oppositions/queries'
import { VALID_DAYS } from '@/lib/oppositions/rules'
import { dayOf } from '@/lib/today/rules'

/** The Registro pubblico delle opposizioni: what it means to this campaign, and where its numbers stand. */
export async function OppositionCard({ campaignId }: { campaignId: string }) {
  const [t, locale, figures] = await Promise.all([
    getTranslations('oppositions'),
    getLocale(),
    oppositionFigures(campaignId),
  ])
  if (!figures) return null
  const { rule, lastAt, ...counts } = figures
  return (
    <Messages pick={['oppositions']}>
      <Card id="oppositions" title={t('title')} reading={t('reading', { days: VALID_DAYS })}>
        <RuleChoice campaignId={campaignId} rule={rule} />
        <dl className="my-3 grid grid-cols-2 gap-x-4 gap-y-1 text-table tablet:grid-cols-4">
          {(['numbers', 'clear', 'opposed', 'due'] as const).map((name) => (
            <div key={name}>
              <dt className="text-small text-text-2">{t(`figures.${name}`)}</dt>
              <dd className="font-semibold">{formatNumber(locale, counts[name])}</dd>
            </div>
          ))}
        </dl>
        <p className="mb-3 text-table text-text-2">
          {lastAt ? t('lastCheck', { date: formatDate(locale, lastAt, 'day') }) : t('neverChecked')}
        </p>
        {counts.due > 0 && (
          <LinkButton
            href={`/api/oppositions/${campaignId}`}
            download
            icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
          >
            {t('export', { count: counts.due, shown: formatNumber(locale, counts.due) })}
          </LinkButton>
        )}
        <AnswerUpload campaignId={campaignId} today={dayOf(new Date())} />
      </Card>
    </Messages>
  )
}

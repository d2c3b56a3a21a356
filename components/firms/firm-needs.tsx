import { Flag } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Tag, type TagTone } from '@/components/ui/tag'
import { needsOfFirm } from '@/lib/firms/queries'
import { formatDate } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { isClosed } from '@/lib/needs/rules'
import type { NeedStatus } from '@/prisma/client/enums'

const TONES: Record<NeedStatus, TagTone> = {
  recorded: 'neutral',
  referred: 'warn',
  taken_up: 'blue',
  in_progress: 'blue',
  waiting: 'warn',
  met: 'ok',
  not_met: 'danger',
  withdrawn: 'neutral',
}

/** What the firm asked for and what became of it: everybody sees all of it here. */
export async function FirmNeeds({ firmId }: { firmId: string }) {
  const [t, locale, needs] = await Promise.all([getTranslations('firms.needs'), getLocale(), needsOfFirm(firmId)])
  return (
    <Card id="needs" title={t('title')}>
      {needs.length === 0 && <p className="text-table text-text-2">{t('empty')}</p>}
      <ul className="flex flex-col divide-y divide-border text-table">
        {needs.map((need) => {
          const answer = need.referrals[0]?.answer
          const due =
            need.dueOn && !isClosed(need.status) && t('due', { date: formatDate(locale, need.dueOn, 'brief') })
          return (
            <li key={need.id} className="py-2.5 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
                <b className="font-semibold">{nameIn(locale, need.needType)}</b>
                <Tag tone={TONES[need.status]}>{t(`statuses.${need.status}`)}</Tag>
              </div>
              {need.words && <p className="text-text-2">{need.words}</p>}
              {answer && <p className="mt-1 border-l-2 border-border pl-2 text-text-2">{answer}</p>}
              <p className="mt-1 flex flex-wrap items-center gap-x-1 text-small text-text-2">
                <span
                  className={`inline-flex items-center gap-1 font-semibold ${need.priority === 'high' ? 'text-danger-text' : ''}`}
                >
                  <Flag size={14} strokeWidth={1.75} aria-hidden />
                  {t(`priorities.${need.priority}`)}
                </span>
                {[need.office && nameIn(locale, need.office), due].filter(Boolean).map((part) => `· ${part} `)}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

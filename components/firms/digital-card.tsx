import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { formatDate } from '@/lib/format'
import type { DigitalLevel } from '@/prisma/client/enums'

const LEVELS = { none: 1, email: 2, website: 3 } as const

type DigitalCardProps = { firm: { digitalLevel: DigitalLevel | null; digitalLevelAt: Date | null } }

export async function DigitalCard({ firm: { digitalLevel, digitalLevelAt } }: DigitalCardProps) {
  const [t, locale] = await Promise.all([getTranslations('firms.digital'), getLocale()])
  if (!digitalLevel)
    return (
      <Card id="digital" title={t('title')}>
        <p className="text-table text-text-2">{t('unknown')}</p>
      </Card>
    )
  const level = LEVELS[digitalLevel]
  return (
    <Card id="digital" title={t('title')}>
      <div className="flex items-center gap-2.5 text-table">
        <span role="img" aria-label={t('level', { level })} className="flex gap-0.5">
          {[1, 2, 3].map((step) => (
            <span
              key={step}
              className={classNames('h-1.5 w-7 rounded-s', step <= level ? 'bg-primary' : 'bg-fill shadow-hairline')}
            />
          ))}
        </span>
        <b className="font-semibold">{t(digitalLevel)}</b>
      </div>
      {digitalLevelAt && (
        <p className="mt-1 text-small text-text-2">
          {t('asked', { date: formatDate(locale, digitalLevelAt, 'long') })}
        </p>
      )}
    </Card>
  )
}

import { Check } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { AtecoLoader } from '@/components/ateco/ateco-loader'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { atecoLoaded } from '@/lib/ateco/queries'
import { formatDate, formatNumber } from '@/lib/format'

const TABLES = ['ateco_2025', 'crosswalk', 'ateco_2007'] as const

export async function AtecoTables() {
  const [loaded, t, locale] = await Promise.all([atecoLoaded(), getTranslations('ateco'), getLocale()])
  const { last } = loaded
  const reading = last
    ? t('last', { name: last.user?.name ?? '–', date: formatDate(locale, last.at, 'day') })
    : t('never')
  return (
    <div className="grid max-w-240 items-start gap-4 desk:grid-cols-2">
      <Card id="tables" title={t('tablesTitle')} reading={reading}>
        <ul className="flex flex-col divide-y divide-border">
          {TABLES.map((table) => (
            <li key={table} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">{t(`tables.${table}`)}</p>
                <p className="text-small text-text-2">{t(`uses.${table}`)}</p>
              </div>
              {loaded[table] ? (
                <Tag tone="ok" icon={<Check size={14} strokeWidth={1.75} aria-hidden />}>
                  {t('rows', { count: loaded[table], shown: formatNumber(locale, loaded[table]) })}
                </Tag>
              ) : (
                <Tag tone="neutral">{t('missing')}</Tag>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card id="load" title={t('load')}>
        <p className="mb-3 text-table text-text-2">{t('loadNote')}</p>
        <Messages pick={['ateco']}>
          <AtecoLoader />
        </Messages>
      </Card>
    </div>
  )
}

export function AtecoSkeleton() {
  return (
    <Card className="max-w-240">
      <Skeleton className="my-3 h-14" />
      <Skeleton className="my-3 h-14" />
      <Skeleton className="my-3 h-14" />
    </Card>
  )
}

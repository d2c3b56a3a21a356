import { getLocale, getTranslations } from 'next-intl/server'
import { OpenDataForm } from '@/components/open-data/open-data-form'
import { ToldTable } from '@/components/open-data/told-table'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Messages } from '@/components/ui/messages'
import { formatDate } from '@/lib/format'
import { openDataPreview } from '@/lib/open-data/queries'
import { dateColumn } from '@/lib/today/rules'

/** The switch, and every table as the public reads it or would. */
export async function OpenData() {
  const [{ settings, edition, isDraft }, t, locale] = await Promise.all([
    openDataPreview(),
    getTranslations('opendata'),
    getLocale(),
  ])
  const day = edition && formatDate(locale, dateColumn(edition.closedOn), 'long')
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('settings')} id="settings">
        <Messages pick={['opendata']}>
          <OpenDataForm settings={settings} />
        </Messages>
      </Card>
      {edition && day ? (
        <>
          <p className="text-table text-text-2">{t(settings.on && !isDraft ? 'edition' : 'draft', { day })}</p>
          {edition.tables.map((table) => (
            <ToldTable key={table.id} table={table} isPublic={settings.on && !isDraft} />
          ))}
        </>
      ) : (
        <Empty title={t('empty')} />
      )}
    </div>
  )
}

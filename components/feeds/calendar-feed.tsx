import { getLocale, getTranslations } from 'next-intl/server'
import { FeedAddress } from '@/components/feeds/feed-address'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { ownFeed } from '@/lib/feeds/queries'
import { formatDate } from '@/lib/format'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

/** Where a person who visits firms takes their appointments along; nothing for the others. */
export async function CalendarFeed() {
  const actor = await gate()
  if (!can(actor, 'visits.record')) return null
  const [feed, t, locale] = await Promise.all([ownFeed(), getTranslations('feeds'), getLocale()])
  return (
    <Card title={t('title')} id="calendar" reading={t('note')} className="mt-4 max-w-240">
      <p className="mb-3 max-w-160 text-table text-text-2">{t('contents')}</p>
      <p className="mb-3 text-table">
        {feed ? t('since', { day: formatDate(locale, feed.createdAt, 'long') }) : t('none')}
      </p>
      <Messages pick={['feeds']}>
        <FeedAddress exists={Boolean(feed)} />
      </Messages>
    </Card>
  )
}

import { getTranslations } from 'next-intl/server'
import { BoundariesForm } from '@/components/boundaries/boundaries-form'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { loadedBoundaries } from '@/lib/boundaries/queries'

/** What is loaded, and the way to load another file. */
export async function BoundariesCard() {
  const [t, { loaded, municipalities, credit }] = await Promise.all([getTranslations('boundaries'), loadedBoundaries()])
  return (
    <Card className="max-w-150" title={t('file')}>
      <p className="mb-3 text-table text-text-2">
        {loaded ? t('loaded', { loaded, municipalities, credit: credit ?? '' }) : t('none')}
      </p>
      <Messages pick={['boundaries']}>
        <BoundariesForm credit={credit ?? t('creditExample')} hasBoundaries={loaded > 0} />
      </Messages>
    </Card>
  )
}

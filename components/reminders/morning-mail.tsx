import { getTranslations } from 'next-intl/server'
import { MorningSwitch } from '@/components/reminders/morning-switch'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/permissions'
import { ownMorningMail } from '@/lib/reminders/queries'
import { gate } from '@/lib/session'

/** Where a promoter chooses whether the day comes by e-mail; nothing for the others. */
export async function MorningMail() {
  const actor = await gate()
  if (!can(actor, 'visits.record')) return null
  const [{ isWanted, isPossible }, t] = await Promise.all([ownMorningMail(), getTranslations('reminders.mail')])
  return (
    <Card title={t('title')} id="morning" reading={t('note')} className="mt-4 max-w-240">
      {!isPossible && <Notice className="mb-3">{t('impossible')}</Notice>}
      <Messages pick={['reminders.mail']}>
        <MorningSwitch isWanted={isWanted} />
      </Messages>
    </Card>
  )
}

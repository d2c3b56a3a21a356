import { getTranslations } from 'next-intl/server'
import { MessageCard } from '@/components/shell/message-card'

/** A page that is not there, or not for this role. */
export async function MessagePage({ kind }: { kind: 'notFound' | 'forbidden' }) {
  const t = await getTranslations('shell')
  return <MessageCard title={t(`${kind}.title`)} text={t(`${kind}.text`)} back={t('backToStart')} />
}

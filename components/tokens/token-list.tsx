import { CircleCheck, CircleSlash } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { NewToken } from '@/components/tokens/new-token-form'
import { RevokeToken } from '@/components/tokens/revoke-token'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { formatDate, formatTime } from '@/lib/format'
import { tokenList } from '@/lib/tokens/queries'
import type { Scope } from '@/lib/tokens/schema'

export async function TokenList() {
  const [tokens, t, locale] = await Promise.all([tokenList(), getTranslations('tokens'), getLocale()])
  if (tokens.length === 0) return <Empty title={t('empty')} />
  const day = (date: Date) => formatDate(locale, date, 'long')
  return (
    <Messages pick={['tokens']}>
      <Card padded={false}>
        <ul aria-label={t('title')} className="flex flex-col">
          {tokens.map((token) => (
            <li
              key={token.id}
              className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-border px-4 py-3 first:border-t-0"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p className="flex flex-wrap items-center gap-2 text-body font-semibold break-words">
                  {token.name}
                  {token.state === 'valid' ? (
                    <Tag tone="ok" icon={<CircleCheck aria-hidden />}>
                      {t('states.valid')}
                    </Tag>
                  ) : (
                    <Tag icon={<CircleSlash aria-hidden />}>{t(`states.${token.state}`)}</Tag>
                  )}
                </p>
                <p className="text-table text-text-2">
                  {token.scopes.map((scope) => t(`scopes.${scope as Scope}`)).join(', ')}
                </p>
                <p className="text-small text-text-3">
                  {t('made', { name: token.madeBy.name, day: day(token.createdAt) })} ·{' '}
                  {t('expires', { day: day(token.expiresAt) })} ·{' '}
                  {token.lastUsedAt
                    ? t('lastUsed', { day: day(token.lastUsedAt), time: formatTime(locale, token.lastUsedAt) })
                    : t('neverUsed')}
                </p>
              </div>
              {token.state === 'valid' && <RevokeToken token={{ id: token.id, name: token.name }} />}
            </li>
          ))}
        </ul>
      </Card>
    </Messages>
  )
}

export async function NewTokenCard() {
  const t = await getTranslations('tokens')
  return (
    <Messages pick={['tokens']}>
      <Card title={t('add.title')} id="new-token">
        <NewToken />
      </Card>
    </Messages>
  )
}

export function TokenListSkeleton() {
  return (
    <Card>
      <Skeleton className="my-3 h-14" />
      <Skeleton className="my-3 h-14" />
    </Card>
  )
}

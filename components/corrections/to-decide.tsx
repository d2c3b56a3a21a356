import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Decide, DecideAll } from '@/components/corrections/decide'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Messages } from '@/components/ui/messages'
import { Pager } from '@/components/ui/pager'
import { correctionsToDecide, countToDecide } from '@/lib/corrections/queries'
import { decisionPage } from '@/lib/corrections/schema'
import { formatDate, formatNumber } from '@/lib/format'

/** What people wrote against what the register says now, one by one, or all at once. */
export async function ToDecide({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [{ after }, t, locale] = await Promise.all([
    searchParams.then((asked) => decisionPage.parse(asked)),
    getTranslations('register.decide'),
    getLocale(),
  ])
  const seen = new Date().toISOString()
  const [{ rows, next }, { count, capped }] = await Promise.all([correctionsToDecide(after), countToDecide()])
  if (rows.length === 0) return <Empty title={t('empty')} />
  const fields = await getTranslations('register.fields')
  const formatted = formatNumber(locale, count)
  return (
    <Messages pick={['register']}>
      <Card id="decide" padded={false} actions={<DecideAll seen={seen} count={formatted} />} title={t('waiting')}>
        <ul className="mt-2 border-t border-border">
          {rows.map(({ firmId, name, field, value, registerValue, by, movedAt }) => (
            <li
              key={`${firmId}${field}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-4 py-2.5 text-table last:border-0"
            >
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold break-words">
                  <Link href={`/firms/${firmId}`} className="text-text hover:underline">
                    {name}
                  </Link>
                  <span className="font-normal text-text-2"> · {fields(field as 'name')}</span>
                </p>
                <p className="break-words">{t('ours', { value: value ?? t('nothing'), by: by ?? t('somebody') })}</p>
                <p className="break-words text-text-2">
                  {t('theirs', { value: registerValue ?? t('nothing'), at: formatDate(locale, movedAt) })}
                </p>
              </div>
              <Decide decision={{ firmId, field, seen }} label={`${name}, ${fields(field as 'name')}`} />
            </li>
          ))}
        </ul>
        <Pager
          label={t('count', { formatted: capped ? `${formatted}+` : formatted })}
          previous={after ? '/register/corrections' : undefined}
          next={next ? `/register/corrections?after=${encodeURIComponent(next)}` : undefined}
          previousLabel={t('first')}
          nextLabel={t('next')}
        />
      </Card>
    </Messages>
  )
}

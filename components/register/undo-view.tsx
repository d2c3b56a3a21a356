import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { UndoButton } from '@/components/register/undo-button'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/format'
import { undoPlan } from '@/lib/register/queries'

const BACK = ['removed', 'restored', 'reopened', 'returned', 'relisted', 'beneath'] as const
const KEPT = ['stays', 'touched'] as const

/** What undoing the last import would put back, what it would keep, and why; then the button. */
export async function UndoView({ importId }: { importId: Promise<string> }) {
  const id = await importId
  const [plan, t, locale] = await Promise.all([undoPlan(id), getTranslations('register.undo'), getLocale()])
  const refusals = await getTranslations('refusals')
  if (!plan) notFound()
  const number = (key: string) => formatNumber(locale, plan.counts[key] ?? 0)
  const why = Object.keys(plan.counts).filter((key) => key.startsWith('kept_'))
  const reason = (key: string) =>
    t.has(`why.${key.slice(5)}` as 'why.call') ? t(`why.${key.slice(5)}` as 'why.call') : t('why.other')
  return (
    <div className="grid max-w-5xl items-start gap-4 desk:grid-cols-2">
      <Card id="back" title={t('back')}>
        <dl className="text-table">
          {BACK.map((key) => (
            <div key={key} className="flex gap-3 border-b border-border py-1.5 last:border-0">
              <dt className="flex-1">{t(`counts.${key}`)}</dt>
              <dd className="font-semibold">{number(key)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card id="kept" title={t('kept')}>
        <dl className="text-table">
          {KEPT.map((key) => (
            <div key={key} className="flex gap-3 border-b border-border py-1.5 last:border-0">
              <dt className="flex-1">{t(`counts.${key}`)}</dt>
              <dd className="font-semibold">{number(key)}</dd>
            </div>
          ))}
          {why.map((key) => (
            <div key={key} className="flex gap-3 py-1 pl-4 text-text-2">
              <dt className="flex-1">{reason(key)}</dt>
              <dd>{number(key)}</dd>
            </div>
          ))}
        </dl>
        <Notice className="mt-3">{t('always')}</Notice>
      </Card>
      <div className="desk:col-span-2">
        {!plan.possible && <Notice tone="warn">{refusals('registerNotLast')}</Notice>}
        {plan.possible && (
          <Messages pick={['register']}>
            <UndoButton importId={id} />
          </Messages>
        )}
      </div>
    </div>
  )
}

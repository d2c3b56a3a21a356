'use client'
import { useTranslations } from 'next-intl'
import { chooseSingleKeys, useSingleKeys } from '@/components/shell/single-keys'
import { Kbd } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'

const EVERYWHERE = { search: ['Ctrl', 'K'], list: ['?'], leave: ['Esc'] } as const
const CALLS = {
  outcome: ['1', '–', '9'],
  call: ['C'],
  next: ['J'],
  previous: ['K'],
  note: ['N'],
  needs: ['B'],
  save: ['Ctrl', 'enter'],
} as const
const AGENDA = { step: ['J', 'K'], today: ['O'], views: ['G', 'S', 'L'] } as const

export function ShortcutList({ withCalls }: { withCalls: boolean }) {
  const t = useTranslations('shell.shortcuts')
  const on = useSingleKeys()
  return (
    <div className="flex flex-col gap-4">
      <Keys title={t('everywhere')} keys={EVERYWHERE} />
      {withCalls && <Keys title={t('atTheDesk')} keys={CALLS} />}
      {withCalls && <Keys title={t('inTheAgenda')} keys={AGENDA} />}
      <div className="border-t border-border pt-2">
        <Switch isSelected={on} onChange={chooseSingleKeys}>
          {t('singleKeys')}
        </Switch>
        <p className="text-small text-text-3">{t('singleKeysNote')}</p>
      </div>
    </div>
  )
}

type Name = keyof typeof EVERYWHERE | keyof typeof CALLS | keyof typeof AGENDA

function Keys({ title, keys }: { title: string; keys: Partial<Record<Name, readonly string[]>> }) {
  const t = useTranslations('shell.shortcuts')
  return (
    <section>
      <h3 className="mb-1 text-table font-semibold">{title}</h3>
      <dl>
        {(Object.entries(keys) as [Name, readonly string[]][]).map(([name, parts]) => (
          <div
            key={name}
            className="flex items-center justify-between gap-4 border-b border-border py-1.5 text-table last:border-0"
          >
            <dt>{t(`names.${name}`)}</dt>
            <dd className="flex items-center gap-1">
              {parts.map((part) =>
                part === '–' ? <span key={part}>–</span> : <Kbd key={part}>{part === 'enter' ? t('enter') : part}</Kbd>,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Firm } from '@/prisma/client/client'

/** What the register's files said in columns of their own; nothing where they said nothing. */
export function FirmExtra({ extra }: Pick<Firm, 'extra'>) {
  const t = useTranslations('firms.extra')
  const said = Object.entries(extra ?? {}).filter(([, value]) => typeof value === 'string' && value !== '')
  if (said.length === 0) return null
  return (
    <Card id="extra" title={t('title')} reading={t('reading')}>
      <dl className="flex flex-col gap-1.5 text-table">
        {said.map(([label, value]) => (
          <div key={label}>
            <dt className="break-words text-small text-text-2">{label}</dt>
            <dd className="break-words">{String(value)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

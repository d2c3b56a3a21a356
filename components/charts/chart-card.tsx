'use client'
import { Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { FiguresTable, type FiguresTableProps } from '@/components/charts/figures-table'
import { useRemembered } from '@/components/charts/remembered'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'

type ChartCardProps = {
  id: string
  title: string
  reading: ReactNode
  /** Drawn on the server; shares one place with the table, so that neither moves what is below. */
  chart: ReactNode
  /** Its numbers alone: they are drawn in the browser, where they are wanted. */
  tables: FiguresTableProps[]
  /** Under 600 px a chart with columns gives way to its table; one that is a list stays. */
  phone?: 'table' | 'chart'
  className?: string
}

/** A title, one computed sentence, a chart and the same numbers as a table. The choice of the table is remembered. */
export function ChartCard({ id, title, reading, chart, tables, phone = 'table', className }: ChartCardProps) {
  const t = useTranslations('insight')
  const [asTable, setAsTable] = useRemembered(`table.${id}`)
  const small = phone === 'table'
  return (
    <Card
      id={id}
      title={title}
      reading={<span id={`${id}-reading`}>{reading}</span>}
      className={className}
      actions={
        <ToggleButton
          isSelected={asTable}
          onChange={setAsTable}
          className={classNames(
            'inline-flex h-7 cursor-pointer items-center gap-1.25 rounded-s px-1.75 text-small whitespace-nowrap text-text-2 hover:bg-fill selected:bg-tint selected:font-semibold selected:text-on-tint print:hidden',
            small && 'max-tablet:hidden',
          )}
        >
          <Table2 size={14} strokeWidth={1.75} aria-hidden />
          {t('table')}
        </ToggleButton>
      }
    >
      <div className="relative">
        <div className={classNames(small && 'max-tablet:hidden', asTable && 'invisible')}>{chart}</div>
        <section
          aria-label={t('tableOf', { title })}
          tabIndex={asTable ? 0 : undefined}
          className={classNames(
            'bg-surface',
            asTable ? 'absolute inset-0 overflow-auto' : 'hidden',
            small && 'max-tablet:static max-tablet:block',
          )}
        >
          {(asTable || small) &&
            tables.map((table) => <FiguresTable key={table.head} {...table} phoneOnly={!asTable} />)}
        </section>
      </div>
    </Card>
  )
}

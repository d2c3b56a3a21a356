'use client'
import { Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ExportButton } from '@/components/charts/export-button'
import { FiguresTable } from '@/components/charts/figures-table'
import { useRemembered } from '@/components/charts/remembered'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import type { PanelTable } from '@/lib/insight/tables'

type ChartCardProps = {
  id: string
  title: string
  reading: ReactNode
  /** Drawn on the server; shares one place with the table, so that neither moves what is below. */
  chart: ReactNode
  /** Its numbers alone: they are drawn in the browser, where they are wanted. */
  tables: PanelTable[]
  /** Under 600 px a chart with columns gives way to its table; one that is a list stays. */
  phone?: 'table' | 'chart'
  className?: string
}

export const CARD_BUTTON =
  'inline-flex h-7 cursor-pointer items-center gap-1.25 rounded-s px-1.75 text-small whitespace-nowrap text-text-2 hover:bg-fill selected:bg-tint selected:font-semibold selected:text-on-tint print:hidden'

/** A title, one computed sentence, a chart and the same numbers as a table and as files. The choice of the table is remembered. */
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
        <>
          <ToggleButton
            isSelected={asTable}
            onChange={setAsTable}
            className={classNames(CARD_BUTTON, small && 'max-tablet:hidden')}
          >
            <Table2 size={14} strokeWidth={1.75} aria-hidden />
            {t('table')}
          </ToggleButton>
          <ExportButton id={id} title={title} tables={tables} />
        </>
      }
    >
      <div className="relative">
        <div data-chart className={classNames(small && 'max-tablet:hidden', asTable && 'invisible')}>
          {chart}
        </div>
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
            tables.map((table) => <FiguresTable key={table.caption} {...table} phoneOnly={!asTable} />)}
        </section>
      </div>
    </Card>
  )
}

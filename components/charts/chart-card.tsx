'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExportButton } from '@/components/charts/export-button'
import { FiguresTable } from '@/components/charts/figures-table'
import { useRemembered } from '@/components/charts/remembered'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { useNarrow } from '@/components/ui/in-browser'
import { RowIcon } from '@/components/ui/row-icon'
import type { PageTable } from '@/lib/insight/figures'

/* Its chart, and the table in the same place, are as high as the card, which is as high as its neighbours. */
const STRETCH = 'flex flex-col [&>:last-child]:flex [&>:last-child]:flex-1 [&>:last-child]:flex-col'

type ChartCardProps = {
  id: string
  title: string
  reading: ReactNode
  /** Drawn on the server; shares one place with the table, so that neither moves what is below. */
  chart: ReactNode
  /** Its numbers alone: they are drawn in the browser, where they are wanted. */
  tables: PageTable[]
  /** Under 600 px a chart with columns gives way to its table, as soon as the browser can draw it; one that is a list stays. */
  phone?: 'table' | 'chart'
  className?: string
}

/** A title, one computed sentence, a chart and the same numbers as a table and as files. The choice of the table is remembered. */
export function ChartCard({ id, title, reading, chart, tables, phone = 'table', className }: ChartCardProps) {
  const t = useTranslations('insight')
  const [asTable, setAsTable] = useRemembered(`table.${id}`)
  const tableOnly = useNarrow() && phone === 'table'
  return (
    <Card
      id={id}
      title={title}
      reading={<span id={`${id}-reading`}>{reading}</span>}
      className={classNames(STRETCH, className)}
      actions={
        <>
          <button
            type="button"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            className={classNames('card-button', tableOnly && 'hidden')}
          >
            <RowIcon name="table-2" />
            {t('table')}
          </button>
          <ExportButton id={id} title={title} tables={tables} />
        </>
      }
    >
      <div className="relative flex-1">
        <div
          data-chart
          className={classNames('max-tablet:overflow-x-auto', tableOnly && 'hidden', asTable && 'invisible')}
        >
          {chart}
        </div>
        <section
          aria-label={t('tableOf', { title })}
          tabIndex={asTable && !tableOnly ? 0 : undefined}
          className={
            tableOnly ? 'max-h-[150vh] overflow-auto' : asTable ? 'absolute inset-0 overflow-auto bg-surface' : 'hidden'
          }
        >
          {(asTable || tableOnly) && tables.map((table) => <FiguresTable key={table.caption} {...table} />)}
        </section>
      </div>
    </Card>
  )
}

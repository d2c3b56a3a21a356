'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { OverlayTrigger } from '@/components/ui/overlay-trigger'
import { RowIcon } from '@/components/ui/row-icon'
import type { PageTable } from '@/lib/insight/figures'

const load = () => import('@/components/ui/popover-dialog')
const PopoverDialog = lazy(async () => ({ default: (await load()).PopoverDialog }))
const Choices = lazy(() =>
  import('@/components/charts/export-choices').then((file) => ({ default: file.ExportChoices })),
)

/** The numbers of a panel as CSV and XLSX, its chart as SVG and PNG; what makes them comes when it is asked for. */
export function ExportButton({ id, title, tables }: { id: string; title: string; tables: PageTable[] }) {
  const t = useTranslations('insight.export')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const trigger = (
    <AriaButton aria-label={t('menu', { title })} className="card-button">
      <RowIcon name="download" />
      {t('label')}
    </AriaButton>
  )
  return (
    <OverlayTrigger trigger={trigger} triggerRef={button} isOpen={isOpen} onOpen={() => setOpen(true)} load={load}>
      <PopoverDialog
        label={t('menu', { title })}
        dialogClassName="p-1"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        offset={4}
        placement="bottom end"
      >
        <Suspense>
          <Choices id={id} title={title} tables={tables} onDone={() => setOpen(false)} />
        </Suspense>
      </PopoverDialog>
    </OverlayTrigger>
  )
}

'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useSending } from '@/components/sectors/use-sending'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { FormNotice } from '@/components/ui/form-notice'
import { useInBrowser } from '@/components/ui/in-browser'
import { RowButtons } from '@/components/ui/row-buttons'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'

type Row = { id: string; nameIt: string; nameEn: string; retired: boolean }
export type RowEditing<R> = {
  row: R
  change: (part: Partial<R>) => void
  /** Path and problem of a field, for a control that is given both. */
  field: (name: keyof R & string) => { name: string; error?: string }
}

type CatalogueEditorProps<R extends Row> = {
  noun: 'offices' | 'services' | 'needTypes'
  list: { version: number; rows: R[] }
  /** What a new row starts with besides its id and empty names. */
  blank: Omit<R, keyof Row>
  save: (state: FormState<void>, list: { version: number; rows: R[] }) => Promise<FormState<void>>
  /** The fields of a row beyond its names. */
  children: (editing: RowEditing<R>) => ReactNode
}

/** One list as a draft, saved whole: names, order, retired, and what its rows have besides. */
export function CatalogueEditor<R extends Row>({ noun, list, blank, save, children }: CatalogueEditorProps<R>) {
  const t = useTranslations('catalogues')
  const [rows, setRows] = useState(list.rows)
  const { state, errors, isPending, send } = useSending()
  const version = (state.status === 'rejected' && state.conflict?.version) || list.version
  // Their looks would be a tenth of the page, and without the browser they do nothing.
  const inBrowser = useInBrowser()
  const saved = new Set(list.rows.map(({ id }) => id))
  const swap = (i: number, j: number) => {
    const [one, other] = [rows[i], rows[j]]
    if (one && other) setRows(rows.with(i, other).with(j, one))
  }
  const add = () => setRows([...rows, { ...blank, id: uuidv7(), nameIt: '', nameEn: '', retired: false } as R])
  const labels = rows.flatMap(({ nameIt }, i) =>
    Object.keys(errors).flatMap((path) => (path.startsWith(`rows.${i}.`) ? [[path, nameIt || String(i + 1)]] : [])),
  )
  return (
    <Card id={noun} title={t(`${noun}.title`)} reading={t(`${noun}.note`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send(save, { version, rows }, () => toast({ message: t('saved'), tone: 'ok' }))
        }}
      >
        <FormNotice state={state} labels={Object.fromEntries(labels)} />
        <ol className="flex flex-col divide-y divide-border">
          {rows.map((row, i) => {
            const name = row.nameIt || t('newOne')
            const change = (part: Partial<R>) => setRows(rows.with(i, { ...row, ...part }))
            const field = (key: string) => ({ name: `rows.${i}.${key}`, error: errors[`rows.${i}.${key}`] })
            const names = (key: 'nameIt' | 'nameEn') => ({
              ...field(key),
              label: t(key),
              value: row[key],
              onChange: (value: string) => change({ [key]: value } as Partial<R>),
            })
            return (
              <li key={row.id} aria-label={name} className="grid grid-cols-1 gap-x-4 gap-y-2 py-3 tablet:grid-cols-2">
                <TextField {...names('nameIt')} maxLength={80} />
                <TextField {...names('nameEn')} maxLength={80} />
                {children({ row, change, field })}
                <div className="flex min-h-11 flex-wrap items-center justify-end gap-x-4 tablet:col-span-2 tablet:min-h-7.5">
                  <Checkbox
                    isSelected={row.retired}
                    onChange={(retired) => change({ retired } as Partial<R>)}
                    className="mr-auto"
                  >
                    {t('retired')}
                  </Checkbox>
                  {inBrowser && (
                    <RowButtons
                      labels={{ up: t('up', { name }), down: t('down', { name }), remove: t('remove', { name }) }}
                      isFirst={i === 0}
                      isLast={i === rows.length - 1}
                      onMove={(by) => swap(i, i + by)}
                      onRemove={saved.has(row.id) ? undefined : () => setRows(rows.toSpliced(i, 1))}
                    />
                  )}
                </div>
              </li>
            )
          })}
        </ol>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button type="submit" isPending={isPending}>
            {t(`${noun}.save`)}
          </Button>
          <Button variant="ghost" onPress={add} icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}>
            {t(`${noun}.add`)}
          </Button>
        </div>
      </form>
    </Card>
  )
}

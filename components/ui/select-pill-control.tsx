'use client'
import { useEffect, useState } from 'react'
import { Button, ListBox, Popover, Select } from 'react-aria-components/Select'
import { OptionItem } from '@/components/ui/list-popover'
import { PILL, PILL_PLACE, PillFace } from '@/components/ui/pill-face'
import { POPOVER } from '@/components/ui/popover-styles'
import type { SelectPillProps } from '@/components/ui/select-pill'
import { useUrlFilter } from '@/components/ui/url-filter'

type SelectPillControlProps = SelectPillProps & {
  autoFocus: boolean
  /** Whether the pill was pressed while this was on its way. */
  openAtOnce: boolean
}

export function SelectPillControl({ autoFocus, openAtOnce, ...props }: SelectPillControlProps) {
  const { param, label, options, value = '', multiple } = props
  const [isOpen, setOpen] = useState(false)
  // Only once the button stands: the list is placed at it.
  useEffect(() => setOpen(openAtOnce), [openAtOnce])
  const { isPending, write } = useUrlFilter(param)
  const ids = value.split(',').filter(Boolean)
  const content = (
    <>
      <Button className={PILL}>
        <PillFace {...props} isPending={isPending} />
      </Button>
      <Popover offset={4} className={POPOVER}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </>
  )
  const shared = { 'aria-label': label, className: PILL_PLACE, autoFocus, isOpen, onOpenChange: setOpen }
  return multiple ? (
    <Select {...shared} selectionMode="multiple" value={ids} onChange={(keys) => write(keys.map(String))}>
      {content}
    </Select>
  ) : (
    <Select {...shared} value={ids[0] ?? ''} onChange={(key) => write([String(key ?? '')])}>
      {content}
    </Select>
  )
}

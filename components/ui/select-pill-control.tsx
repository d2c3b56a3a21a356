'use client'
import { ChevronDown } from 'lucide-react'
import { Button, ListBox, Popover, Select } from 'react-aria-components/Select'
import { type Option, OptionItem } from '@/components/ui/list-popover'
import { POPOVER } from '@/components/ui/popover-styles'
import type { SelectPillProps } from '@/components/ui/select-pill'
import { Spinner } from '@/components/ui/spinner'
import { useUrlFilter } from '@/components/ui/url-filter'

/** What the pill says of the choice: the name of one, the count of more. */
function chosen(options: Option[], ids: string[]): string | undefined {
  if (ids.length > 1) return String(ids.length)
  return options.find(({ id }) => id === (ids[0] ?? ''))?.label
}

export function SelectPillControl({ param, label, options, value = '', multiple, none, icon }: SelectPillProps) {
  const { isPending, write } = useUrlFilter(param)
  const ids = value.split(',').filter(Boolean)
  const shown = chosen(options, ids) ?? none
  const content = (
    <>
      <Button className="flex h-11 max-w-full cursor-pointer items-center gap-1.5 rounded-m border border-border-strong bg-surface pr-2 pl-2.75 text-table whitespace-nowrap hover:bg-hover tablet:h-8.5 [&>svg]:shrink-0 [&>svg]:text-text-3">
        {icon}
        <span className="text-text-3">{label}</span>
        {shown && <b className="truncate font-semibold">{shown}</b>}
        {isPending ? <Spinner /> : <ChevronDown size={16} strokeWidth={1.75} aria-hidden />}
      </Button>
      <Popover offset={4} className={POPOVER}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </>
  )
  return multiple ? (
    <Select aria-label={label} selectionMode="multiple" value={ids} onChange={(keys) => write(keys.map(String))}>
      {content}
    </Select>
  ) : (
    <Select aria-label={label} value={ids[0] ?? ''} onChange={(key) => write([String(key ?? '')])}>
      {content}
    </Select>
  )
}

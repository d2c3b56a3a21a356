'use client'
import { Button, ListBox, Popover, Select } from 'react-aria-components/Select'
import { OptionItem } from '@/components/ui/list-popover'
import { PILL, PILL_PLACE, PillFace } from '@/components/ui/pill-face'
import { POPOVER } from '@/components/ui/popover-styles'
import type { SelectPillProps } from '@/components/ui/select-pill'
import { useUrlFilter } from '@/components/ui/url-filter'

export function SelectPillControl(props: SelectPillProps) {
  const { param, label, options, value = '', multiple } = props
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
  return multiple ? (
    <Select
      aria-label={label}
      selectionMode="multiple"
      value={ids}
      onChange={(keys) => write(keys.map(String))}
      className={PILL_PLACE}
    >
      {content}
    </Select>
  ) : (
    <Select
      aria-label={label}
      value={ids[0] ?? ''}
      onChange={(key) => write([String(key ?? '')])}
      className={PILL_PLACE}
    >
      {content}
    </Select>
  )
}

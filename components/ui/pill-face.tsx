import type { Option } from '@/components/ui/list-popover'
import { RowIcon } from '@/components/ui/row-icon'
import type { SelectPillProps } from '@/components/ui/select-pill'
import { Spinner } from '@/components/ui/spinner'

export const PILL =
  'flex h-11 max-w-full cursor-pointer items-center gap-1.5 rounded-m border border-border-strong bg-surface pr-2 pl-2.75 text-table whitespace-nowrap hover:bg-hover tablet:h-8.5 [&>.icon]:text-text-3 [&>.icon:last-child]:size-4 [&>svg]:shrink-0 [&>svg]:text-text-3'

/** What holds a pill: a long choice is cut short, and does not widen the row it stands in. */
export const PILL_PLACE = 'min-w-0 max-w-full'

/** What the pill says of the choice: the name of one, the count of more. */
function chosen(options: Option[], ids: string[]): string | undefined {
  if (ids.length > 1) return String(ids.length)
  return options.find(({ id }) => id === (ids[0] ?? ''))?.label
}

export function PillFace({
  label,
  options,
  value = '',
  none,
  icon,
  isPending,
}: SelectPillProps & { isPending?: boolean }) {
  const shown = chosen(options, value.split(',').filter(Boolean)) ?? none
  return (
    <>
      {icon}
      <span className="text-text-3">{label}</span>
      {shown && <b className="truncate font-semibold">{shown}</b>}
      {isPending ? <Spinner /> : <RowIcon name="chevron-down" />}
    </>
  )
}

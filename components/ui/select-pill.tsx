'use client'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Option } from '@/components/ui/list-popover'
import { Skeleton } from '@/components/ui/skeleton'

const Control = lazy(async () => ({
  default: (await import('@/components/ui/select-pill-control')).SelectPillControl,
}))

export type SelectPillProps = {
  /** Name in the address. */
  param: string
  label: string
  /** For a choice of one, an option with the id '' takes the filter away. */
  options: Option[]
  /** As in the address: several are separated by commas. */
  value?: string
  multiple?: boolean
  /** What it says where nothing is chosen, for example "Tutti". */
  none?: string
  icon?: ReactNode
}

export function SelectPill(props: SelectPillProps) {
  return (
    <Suspense fallback={<Skeleton className="h-11 w-40 tablet:h-8.5" />}>
      <Control {...props} />
    </Suspense>
  )
}

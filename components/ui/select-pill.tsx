'use client'
import { lazy, type ReactNode, Suspense } from 'react'
import { useInBrowser } from '@/components/ui/in-browser'
import type { Option } from '@/components/ui/list-popover'
import { PILL, PILL_PLACE, PillFace } from '@/components/ui/pill-face'

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

/** The server draws the pill alone: a list nobody has opened, and the select for forms behind it, come in the browser. */
export function SelectPill(props: SelectPillProps) {
  const inBrowser = useInBrowser()
  const waiting = (
    <div className={PILL_PLACE}>
      <button type="button" aria-haspopup="listbox" aria-expanded={false} className={PILL}>
        <PillFace {...props} />
      </button>
    </div>
  )
  if (!inBrowser) return waiting
  return (
    <Suspense fallback={waiting}>
      <Control {...props} />
    </Suspense>
  )
}

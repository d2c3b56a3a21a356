'use client'
import { lazy, type ReactNode, startTransition, useEffect, useState } from 'react'
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

/**
 * The server draws the pill alone: a list nobody has opened, and the select for forms behind it, come in the browser.
 * Who presses it before they are there is not forgotten: the list opens as it comes.
 */
export function SelectPill(props: SelectPillProps) {
  const [inBrowser, setInBrowser] = useState(false)
  const [pressed, setPressed] = useState(false)
  const [focused, setFocused] = useState(false)
  // A transition leaves the pill as it stands until the control's code has come.
  useEffect(() => startTransition(() => setInBrowser(true)), [])
  if (inBrowser) return <Control {...props} autoFocus={focused} openAtOnce={pressed} />
  return (
    <div className={PILL_PLACE}>
      <button
        type="button"
        aria-haspopup="listbox"
        aria-expanded={false}
        className={PILL}
        onClick={() => setPressed(true)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <PillFace {...props} isPending={pressed} />
      </button>
    </div>
  )
}

'use client'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { POPOVER } from '@/components/ui/popover-styles'

type PopoverDialogProps = Omit<PopoverProps, 'children' | 'className' | 'trigger'> & {
  label: string
  dialogClassName?: string
  children: ReactNode
}

/** Something to do beneath a button; `OverlayTrigger` opens it. */
export function PopoverDialog({ label, dialogClassName = '', children, ...rest }: PopoverDialogProps) {
  return (
    <Popover {...rest} trigger="DialogTrigger" className={POPOVER}>
      <Dialog aria-label={label} className={`outline-none ${dialogClassName}`}>
        {children}
      </Dialog>
    </Popover>
  )
}

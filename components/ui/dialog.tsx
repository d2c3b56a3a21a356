'use client'
import { lazy, type ReactNode, useState } from 'react'
import { OverlayTrigger } from '@/components/ui/overlay-trigger'

const load = () => import('@/components/ui/modal-dialog')
const TaskModal = lazy(async () => ({ default: (await load()).TaskModal }))
const ConfirmModal = lazy(async () => ({ default: (await load()).ConfirmModal }))

export type DialogProps = {
  /** The button that opens it. */
  trigger: ReactNode
  title: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: (close: () => void) => ReactNode
  className?: string
}

/** A short task that must be finished or left before anything else. */
export function Dialog({ trigger, isOpen, onOpenChange, ...rest }: DialogProps) {
  const [own, setOwn] = useState(false)
  const shown = isOpen ?? own
  const change = (open: boolean) => {
    setOwn(open)
    onOpenChange?.(open)
  }
  return (
    <OverlayTrigger trigger={trigger} isOpen={shown} onOpen={() => change(true)} load={load}>
      <TaskModal {...rest} isOpen={shown} onOpenChange={change} />
    </OverlayTrigger>
  )
}

export type ConfirmDialogProps = {
  trigger: ReactNode
  /** The question. */
  title: ReactNode
  confirmLabel: string
  cancelLabel?: string
  tone?: 'danger' | 'primary'
  /** A returned text says why it was refused; the dialog then stays. */
  onConfirm: () => Promise<unknown>
  /** What changes, and for how many. */
  children?: ReactNode
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ trigger, ...rest }: ConfirmDialogProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <OverlayTrigger trigger={trigger} isOpen={isOpen} onOpen={() => setOpen(true)} load={load}>
      <ConfirmModal {...rest} isOpen={isOpen} onOpenChange={setOpen} />
    </OverlayTrigger>
  )
}

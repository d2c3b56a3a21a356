'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

const SCRIM =
  'fixed inset-0 z-50 grid h-(--visual-viewport-height) place-items-end bg-scrim entering:animate-appear-now exiting:opacity-0 tablet:place-items-center tablet:p-4'
const PANEL =
  'max-h-full w-full max-w-120 overflow-auto rounded-t-xl border border-border bg-raised text-text shadow-e3 entering:animate-rise tablet:rounded-xl'

type DialogProps = {
  /** The button that opens it. */
  trigger: ReactNode
  title: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: (close: () => void) => ReactNode
  className?: string
}

/** A short task that must be finished or left before anything else. */
export function Dialog({ trigger, title, isOpen, onOpenChange, children, className }: DialogProps) {
  const t = useTranslations('common')
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <ModalOverlay isDismissable className={SCRIM}>
        <Modal className={`${PANEL} ${className ?? ''}`}>
          <AriaDialog className="p-5 outline-none">
            {({ close }) => (
              <>
                <header className="mb-3 flex items-start gap-2">
                  <Heading slot="title" className="flex-1 text-panel font-bold">
                    {title}
                  </Heading>
                  <Button
                    variant="ghost"
                    size="sm"
                    slot="close"
                    aria-label={t('close')}
                    icon={<X size={16} strokeWidth={1.75} aria-hidden />}
                  />
                </header>
                {children(close)}
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

type ConfirmDialogProps = {
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
export function ConfirmDialog({
  trigger,
  title,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations('common')
  const [isPending, startTransition] = useTransition()
  const [refusal, setRefusal] = useState<string>()
  const confirm = (close: () => void) =>
    startTransition(async () => {
      const refused = await onConfirm()
      const text = typeof refused === 'string' ? refused : undefined
      setRefusal(text)
      if (!text) close()
    })
  return (
    <DialogTrigger onOpenChange={() => setRefusal(undefined)}>
      {trigger}
      <ModalOverlay className={SCRIM}>
        <Modal className={PANEL}>
          <AriaDialog role="alertdialog" className="p-5 outline-none">
            {({ close }) => (
              <>
                <Heading slot="title" className="mb-2 text-panel font-bold">
                  {title}
                </Heading>
                <div className="text-body text-text-2">{children}</div>
                {refusal && (
                  <Notice tone="danger" role="alert" className="mt-3">
                    {refusal}
                  </Notice>
                )}
                <footer className="mt-5 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
                  <Button onPress={close}>{cancelLabel ?? t('cancel')}</Button>
                  <Button
                    variant={tone === 'danger' ? 'dangerFilled' : 'filled'}
                    isPending={isPending}
                    onPress={() => confirm(close)}
                  >
                    {confirmLabel}
                  </Button>
                </footer>
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

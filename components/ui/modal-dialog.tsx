'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '@/components/ui/button'
import type { ConfirmDialogProps, DialogProps } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

const SCRIM =
  'fixed inset-0 z-50 grid h-(--visual-viewport-height) place-items-end bg-scrim entering:animate-appear-now exiting:opacity-0 tablet:place-items-center tablet:p-4'
const PANEL =
  'max-h-full w-full max-w-120 overflow-auto rounded-t-xl border border-border bg-raised text-text shadow-e3 entering:animate-rise tablet:rounded-xl'

type Open = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** What `Dialog` opens. */
export function TaskModal({ title, children, className, ...open }: Omit<DialogProps, 'trigger'> & Open) {
  const t = useTranslations('common')
  return (
    <ModalOverlay {...open} isDismissable className={SCRIM}>
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
  )
}

/** What `ConfirmDialog` opens. */
export function ConfirmModal(props: Omit<ConfirmDialogProps, 'trigger'> & Open) {
  const { isOpen, onOpenChange, title, confirmLabel, cancelLabel, tone = 'danger', onConfirm, children } = props
  const t = useTranslations('common')
  const [isPending, startTransition] = useTransition()
  const [refusal, setRefusal] = useState<string>()
  const change = (open: boolean) => {
    setRefusal(undefined)
    onOpenChange(open)
  }
  const confirm = () =>
    startTransition(async () => {
      const refused = await onConfirm()
      const text = typeof refused === 'string' ? refused : undefined
      setRefusal(text)
      if (!text) change(false)
    })
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={change} className={SCRIM}>
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
                <Button variant={tone === 'danger' ? 'dangerFilled' : 'filled'} isPending={isPending} onPress={confirm}>
                  {confirmLabel}
                </Button>
              </footer>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

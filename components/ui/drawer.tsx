'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '@/components/ui/button'

type DrawerProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  /** Stays at the foot while the rest scrolls. */
  footer?: ReactNode
  children: ReactNode
}

/** A panel over the right edge; Esc closes it and the focus returns. */
export function Drawer({ isOpen, onClose, title, footer, children }: DrawerProps) {
  const t = useTranslations('common')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-50 h-(--visual-viewport-height) bg-scrim entering:animate-appear-now exiting:opacity-0"
    >
      <Modal className="absolute inset-y-0 right-0 w-full max-w-101 border-l border-border bg-surface text-text shadow-e3 entering:animate-slide">
        <Dialog className="flex h-full flex-col outline-none">
          <header className="flex items-start gap-2 border-b border-border py-3.5 pr-3 pl-4.5">
            <Heading slot="title" className="min-w-0 flex-1 text-panel font-bold">
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
          <div className="min-h-0 flex-1 overflow-auto px-4.5 py-3.5">{children}</div>
          {footer && <footer className="flex gap-2 border-t border-border px-4.5 py-3">{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

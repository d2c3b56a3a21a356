'use client'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { Button } from '@/components/ui/button'
import type { ToastMessage } from '@/components/ui/toast'

const ICONS = { info: Info, ok: CircleCheck, danger: CircleAlert }
const LASTS_MS = 6000

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** An error stays until it is closed, anything else 6 seconds. */
export function show(message: ToastMessage): void {
  queue.add(message, message.tone === 'danger' ? {} : { timeout: LASTS_MS })
}

/** The toasts on the screen. */
export function Toasts() {
  const t = useTranslations('common')
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('messages')}
      className="fixed inset-x-4 bottom-[calc(var(--shell-bottom)+1rem)] z-60 flex flex-col gap-2 outline-none tablet:left-auto tablet:w-100 print:hidden"
    >
      {({ toast: shown }) => {
        const { message, actionLabel, onAction, tone = 'info' } = shown.content
        const Icon = ICONS[tone]
        return (
          <AriaToast
            toast={shown}
            className="flex animate-rise items-center gap-2.5 rounded-l bg-text py-1.5 pr-1.5 pl-3.5 text-table text-surface shadow-e2"
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
            <ToastContent className="min-w-0 flex-1 py-1">
              <Text slot="title">{message}</Text>
            </ToastContent>
            {actionLabel && (
              <Button
                variant="ghost"
                size="sm"
                className="text-surface! underline underline-offset-2 hover:bg-current/15! pressed:bg-current/25!"
                onPress={() => {
                  onAction?.()
                  queue.close(shown.key)
                }}
              >
                {actionLabel}
              </Button>
            )}
            <Button
              variant="ghost"
              size="sm"
              slot="close"
              aria-label={t('close')}
              className="text-surface! hover:bg-current/15! pressed:bg-current/25!"
              icon={<X size={16} strokeWidth={1.75} aria-hidden />}
            />
          </AriaToast>
        )
      }}
    </ToastRegion>
  )
}

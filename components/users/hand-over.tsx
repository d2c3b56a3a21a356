'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'

type HandOverProps = { title: string; email?: string; password: string; children: ReactNode }

/** Shows, once, the password to give to the person. */
export function HandOver({ title, email, password, children }: HandOverProps) {
  const t = useTranslations('users')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="flex max-w-140 flex-col gap-4">
      <Notice ref={box} tabIndex={-1} role="status" tone="ok" title={title}>
        {t('add.savedNote')}
      </Notice>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 rounded-l border border-border bg-surface px-4 py-3 text-body">
        {email && (
          <>
            <dt className="text-text-2">{t('fields.email')}</dt>
            <dd className="font-semibold break-all">{email}</dd>
          </>
        )}
        <dt className="text-text-2">{t('fields.password')}</dt>
        <dd className="font-mono font-semibold break-all select-all">{password}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}

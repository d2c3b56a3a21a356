'use client'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'

type FormHeadProps = {
  firmName: string
  when: string
  isKept: boolean | null
  back: string
  /** The way to leave the firm alone. */
  stop?: ReactNode
  children: ReactNode
}

export function FormHead({ firmName, when, isKept, back, stop, children }: FormHeadProps) {
  const t = useTranslations('visits.form')
  return (
    <header className="border-b border-border bg-surface">
      <div className="mx-auto w-full max-w-160 px-4 py-2.5">
        <div className="flex items-center gap-2">
          <LinkButton
            href={back}
            variant="ghost"
            size="sm"
            className="-ml-2 text-text!"
            aria-label={t('close')}
            icon={<X size={20} strokeWidth={1.75} aria-hidden />}
          />
          <div className="min-w-0 flex-1">
            <h1 className="truncate text-body font-semibold" title={firmName}>
              {firmName}
            </h1>
            <p className="truncate text-table text-text-2">{t('when', { when })}</p>
          </div>
          <p role="status" className="flex shrink-0 items-center gap-1 text-small font-semibold">
            {isKept && (
              <span className="flex items-center gap-1 text-ok-text">
                <Check size={14} strokeWidth={2} aria-hidden />
                {t('drafted')}
              </span>
            )}
            {isKept === false && (
              <span className="flex items-center gap-1 text-warn-text">
                <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
                {t('notDrafted')}
              </span>
            )}
          </p>
          {stop}
        </div>
        {children}
      </div>
    </header>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOneColumn } from '@/components/ui/in-browser'

type CallPanesProps = Record<'head' | 'facts' | 'contact' | 'script' | 'timeline' | 'outcome', ReactNode>

const CARD = 'shrink-0 divide-y divide-border rounded-l border border-border bg-surface'

/**
 * The firm beside the outcome. On a phone or tablet what is needed while somebody listens comes first, the rest after
 * the outcome: moved and not only shown elsewhere, so that the focus goes the way of the eye.
 */
export function CallPanes({ head, facts, contact, script, timeline, outcome }: CallPanesProps) {
  const t = useTranslations('calls.firm')
  const isColumn = useOneColumn()
  return (
    <>
      <section aria-label={t('label')} className="flex min-w-0 flex-col gap-3 overflow-y-auto px-4 py-4 tablet:px-5">
        {head}
        <div className={CARD}>
          {!isColumn && facts}
          {contact}
        </div>
        {script}
        {!isColumn && timeline}
      </section>
      {outcome}
      {isColumn && (
        <section aria-label={t('more')} className="flex min-w-0 flex-col gap-3 border-t border-border px-4 py-4">
          <div className={CARD}>{facts}</div>
          {timeline}
        </section>
      )}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'

type FormNoticeProps = {
  state: FormState<unknown>
  /** Names of fields by their path, as the form shows them. */
  labels?: Record<string, string>
  className?: string
}

const FOCUSABLE = 'input:not([type=hidden]):not([tabindex="-1"]), textarea, button, [role=spinbutton], select'

/** Leads to the control of a field, whichever way that control is built. */
function goToField(event: MouseEvent<HTMLAnchorElement>, path: string) {
  event.preventDefault()
  const form: ParentNode = event.currentTarget.closest('form') ?? document
  const name = CSS.escape(path)
  const whole = form.querySelector(`[data-field="${name}"]`)?.querySelector<HTMLElement>(FOCUSABLE)
  const control = whole ?? form.querySelector<HTMLElement>(`[name="${name}"], [name="${name}[]"]`)
  control?.focus()
}

/** What was refused, where, and what somebody else changed; takes the focus each time the form comes back. */
export function FormNotice({ state, labels = {}, className }: FormNoticeProps) {
  const t = useTranslations('common')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'rejected') box.current?.focus()
  }, [state])
  if (state.status !== 'rejected') return null
  const problems = Object.entries(state.fieldErrors)
  const differences = state.conflict?.differences ?? []
  return (
    <Notice
      ref={box}
      tabIndex={-1}
      role="alert"
      tone={state.conflict ? 'warn' : 'danger'}
      title={state.message}
      className={className}
    >
      {problems.length > 0 && (
        <ul className="mt-1 flex flex-col">
          {problems.map(([path, problem]) => (
            <li key={path}>
              <a
                href={`#${path}`}
                onClick={(event) => goToField(event, path)}
                className="inline-flex min-h-6 items-center underline"
              >
                {labels[path] ? `${labels[path]}: ${problem}` : problem}
              </a>
            </li>
          ))}
        </ul>
      )}
      {differences.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-2">
          {differences.map(({ field, theirs }) => (
            <div key={field} className="contents">
              <dt className="font-semibold">{labels[field] ?? field}</dt>
              <dd>{theirs ?? t('emptyValue')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  )
}

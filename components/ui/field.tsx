'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { classNames } from '@/components/ui/class-names'

/*
 * React empties a form after its action. A field begins anew (`key`) whenever its default changes, so that a form that
 * comes back shows what was sent: `defaultValue={state.values.x}`.
 */

/** What every field says around its control. */
export type FieldProps = {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  className?: string
}

export const FIELD = 'flex min-w-0 flex-col gap-1'

/** The edge of a control: 2 px and red where the value is refused; the padding gives the pixel back. */
export function controlStyles(invalid: boolean, className?: string): string {
  return classNames(
    'ring-within flex min-w-0 items-center gap-2 rounded-l bg-surface text-body text-text tablet:rounded-m [&>svg]:shrink-0 [&>svg]:text-text-3',
    'has-disabled:border-border has-disabled:bg-fill has-disabled:text-text-3 has-[[readonly]]:border-border has-[[readonly]]:bg-fill',
    invalid ? 'border-2 border-danger px-[9px]' : 'border border-border-strong px-2.5',
    className,
  )
}

export const CONTROL_HEIGHT = 'h-12 tablet:h-9'

export function FieldLabel({ label, optional, hidden }: { label: string; optional?: boolean; hidden?: boolean }) {
  const t = useTranslations('common')
  return (
    <div className={hidden ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
      <Label className="text-table font-semibold text-text tablet:text-small">{label}</Label>
      {optional && <span className="text-small text-text-3">{t('optional')}</span>}
    </div>
  )
}

export function FieldNotes({ hint, error }: { hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <Text slot="description" className="text-small text-text-3">
          {hint}
        </Text>
      )}
      {error && (
        <FieldError className="flex items-start gap-1.25 text-small text-danger-text">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
          {error}
        </FieldError>
      )}
    </>
  )
}

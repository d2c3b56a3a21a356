'use client'
import { lazy, Suspense } from 'react'
import type { FieldProps } from '@/components/ui/field'
import { WaitingField } from '@/components/ui/waiting-field'

const Control = lazy(async () => ({ default: (await import('@/components/ui/date-control')).DateControl }))

export type DateFieldProps = FieldProps & {
  name?: string
  /** A day without a time zone: YYYY-MM-DD; empty where none is chosen. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  min?: string
  max?: string
  hideLabel?: boolean
  isRequired?: boolean
  isDisabled?: boolean
}

/** Typed part by part, or chosen from a month. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<WaitingField {...props} />}>
      <Control {...props} />
    </Suspense>
  )
}

'use client'
import { lazy, Suspense } from 'react'
import type { FieldProps } from '@/components/ui/field'
import { WaitingField } from '@/components/ui/waiting-field'

const Control = lazy(async () => ({ default: (await import('@/components/ui/time-control')).TimeControl }))

export type TimeFieldProps = FieldProps & {
  name?: string
  /** HH:mm on a 24-hour clock; empty where none is chosen. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  hideLabel?: boolean
  isRequired?: boolean
  isDisabled?: boolean
}

/** Typed part by part, on a 24-hour clock. */
export function TimeField(props: TimeFieldProps) {
  return (
    <Suspense fallback={<WaitingField {...props} />}>
      <Control {...props} />
    </Suspense>
  )
}

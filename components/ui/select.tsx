'use client'
import { lazy, type ReactNode, Suspense } from 'react'
import type { FieldProps } from '@/components/ui/field'
import type { Option } from '@/components/ui/list-popover'
import { WaitingField } from '@/components/ui/waiting-field'

const Control = lazy(async () => ({ default: (await import('@/components/ui/select-control')).SelectControl }))

export type ChoiceFieldProps = FieldProps & {
  name?: string
  options: Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string) => void
  hideLabel?: boolean
  icon?: ReactNode
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
}

export function Select(props: ChoiceFieldProps) {
  return (
    <Suspense fallback={<WaitingField {...props} />}>
      <Control {...props} />
    </Suspense>
  )
}

'use client'
import { Check } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { CHIP } from '@/components/ui/chips'
import { useUrlFilter } from '@/components/ui/url-filter'

type TogglePillProps = {
  /** Name in the address. */ param: string
  label: string /** What it says when on. */
  value?: string
}

export function TogglePill({ param, label, value = '1' }: TogglePillProps) {
  const on = useSearchParams().get(param) === value
  const { isPending, write } = useUrlFilter(param)
  return (
    <ToggleButton
      isSelected={on}
      onChange={(selected) => write(selected ? [value] : [])}
      aria-busy={isPending || undefined}
      className={`${CHIP} tablet:min-h-8.5`}
    >
      {on && <Check size={14} strokeWidth={1.75} aria-hidden />}
      {label}
    </ToggleButton>
  )
}

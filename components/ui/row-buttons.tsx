'use client'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button } from '@/components/ui/button'

type RowButtonsProps = {
  /** What a screen reader is told of each: the row's name is in it. */
  labels: { up: string; down: string; remove: string }
  isFirst: boolean
  isLast: boolean
  onMove: (by: 1 | -1) => void
  /** Only for a row that may be removed. */
  onRemove?: () => void
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The order of a list's rows, one step at a time. */
export function RowButtons({ labels, isFirst, isLast, onMove, onRemove }: RowButtonsProps) {
  const button = { variant: 'ghost', size: 'sm' } as const
  return (
    <span className="flex">
      <Button
        {...button}
        aria-label={labels.up}
        icon={<ArrowUp {...ICON} />}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      />
      <Button
        {...button}
        aria-label={labels.down}
        icon={<ArrowDown {...ICON} />}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      {onRemove && <Button {...button} aria-label={labels.remove} icon={<X {...ICON} />} onPress={onRemove} />}
    </span>
  )
}

import { classNames } from '@/components/ui/class-names'

type MeterProps = { /** Between 0 and 1. */ value: number; label: string; className?: string }

/** A share as a thin bar; the figure itself stands beside it in words. */
export function Meter({ value, label, className }: MeterProps) {
  const share = Math.min(1, Math.max(0, value))
  return (
    <meter aria-label={label} value={share} className={classNames('block w-full', className ?? 'h-1.5')}>
      {Math.round(share * 100)}%
    </meter>
  )
}

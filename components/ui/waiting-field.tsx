import { classNames } from '@/components/ui/class-names'
import { CONTROL_HEIGHT, FIELD, type FieldProps } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'

type WaitingFieldProps = Pick<FieldProps, 'label' | 'className'> & { hideLabel?: boolean }

/** Keeps the place of a field whose code is on its way. */
export function WaitingField({ label, hideLabel, className }: WaitingFieldProps) {
  return (
    <div aria-hidden className={classNames(FIELD, className)}>
      {!hideLabel && <span className="text-table font-semibold tablet:text-small">{label}</span>}
      <Skeleton className={CONTROL_HEIGHT} />
    </div>
  )
}

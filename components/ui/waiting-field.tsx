import { classNames } from '@/components/ui/class-names'
import { CONTROL_HEIGHT, FIELD, type FieldProps } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'

type WaitingFieldProps = Pick<FieldProps, 'label' | 'className'> & {
  name?: string
  value?: string | null
  defaultValue?: string
  hideLabel?: boolean
}

/** Keeps the place of a field whose code is on its way. */
export function WaitingField({ name, label, value, defaultValue, hideLabel, className }: WaitingFieldProps) {
  return (
    <div aria-hidden className={classNames(FIELD, className)}>
      {!hideLabel && <span className="text-table font-semibold tablet:text-small">{label}</span>}
      <Skeleton className={CONTROL_HEIGHT} />
      {/* Who is quicker than the code sends what the field has to say already. */}
      {name && <input type="hidden" name={name} value={value ?? defaultValue ?? ''} />}
    </div>
  )
}

'use client'
import { parseTime, type Time } from '@internationalized/date'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components/TimeField'
import { classNames } from '@/components/ui/class-names'
import { SEGMENT } from '@/components/ui/date-control'
import { CONTROL_HEIGHT, controlStyles, FIELD, FieldLabel, FieldNotes } from '@/components/ui/field'
import type { TimeFieldProps } from '@/components/ui/time-field'

const clock = (text?: string): Time | null => (text ? parseTime(text) : null)

export function TimeControl(props: TimeFieldProps) {
  return <TimeParts key={props.defaultValue} {...props} />
}

function TimeParts({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  value,
  defaultValue = '',
  onChange,
  ...rest
}: TimeFieldProps) {
  const [own, setOwn] = useState(defaultValue)
  const shown = value ?? own
  return (
    <AriaTimeField
      {...rest}
      value={clock(shown)}
      onChange={(time) => {
        const text = time ? time.toString().slice(0, 5) : ''
        setOwn(text)
        onChange?.(text)
      }}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <div className={controlStyles(Boolean(error), CONTROL_HEIGHT)}>
        <Clock size={16} strokeWidth={1.75} aria-hidden />
        <DateInput className="flex min-w-0 flex-1">
          {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
        </DateInput>
      </div>
      {name && <input type="hidden" name={name} value={shown} />}
      <FieldNotes hint={hint} error={error} />
    </AriaTimeField>
  )
}

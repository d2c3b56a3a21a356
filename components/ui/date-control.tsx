'use client'
import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import { Button, DateInput, DatePicker, DateSegment, Group } from 'react-aria-components/DatePicker'
import { CalendarPopover } from '@/components/ui/calendar-popover'
import { classNames } from '@/components/ui/class-names'
import type { DateFieldProps } from '@/components/ui/date-field'
import { CONTROL_HEIGHT, controlStyles, FIELD, FieldLabel, FieldNotes } from '@/components/ui/field'

export const SEGMENT =
  'rounded-[3px] px-0.5 tabular-nums outline-none focus:bg-primary focus:text-on-primary data-placeholder:text-text-3 focus:data-placeholder:text-on-primary type-literal:px-0'

const day = (text?: string): CalendarDate | undefined => (text ? parseDate(text) : undefined)

export function DateControl({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  value,
  defaultValue,
  onChange,
  min,
  max,
  ...rest
}: DateFieldProps) {
  return (
    <DatePicker
      {...rest}
      name={name}
      value={value === undefined ? undefined : (day(value) ?? null)}
      defaultValue={day(defaultValue)}
      onChange={(date) => onChange?.(date?.toString() ?? '')}
      minValue={day(min)}
      maxValue={day(max)}
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      isInvalid={error ? true : undefined}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <Group className={controlStyles(Boolean(error), CONTROL_HEIGHT)}>
        <DateInput className="flex min-w-0 flex-1">
          {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
        </DateInput>
        <Button className="-mr-1.5 grid size-8 cursor-pointer place-items-center rounded-s text-text-3 hover:bg-hover">
          <CalendarDays size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <CalendarPopover />
    </DatePicker>
  )
}

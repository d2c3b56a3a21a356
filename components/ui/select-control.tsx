'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components/Select'
import { classNames } from '@/components/ui/class-names'
import { CONTROL_HEIGHT, controlStyles, FIELD, FieldLabel, FieldNotes } from '@/components/ui/field'
import { OptionItem } from '@/components/ui/list-popover'
import { POPOVER } from '@/components/ui/popover-styles'
import type { ChoiceFieldProps } from '@/components/ui/select'

export function SelectControl(props: ChoiceFieldProps) {
  return <KeptSelect key={props.defaultValue} {...props} />
}

function KeptSelect({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  options,
  value,
  defaultValue,
  onChange,
  icon,
  placeholder,
  ...rest
}: ChoiceFieldProps) {
  const t = useTranslations('common')
  const [own, setOwn] = useState(defaultValue ?? null)
  const shown = value === undefined ? own : value
  return (
    <AriaSelect
      {...rest}
      value={shown}
      onChange={(key) => {
        setOwn(key === null ? null : String(key))
        if (key !== null) onChange?.(String(key))
      }}
      placeholder={placeholder ?? t('choose')}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <Button className={controlStyles(Boolean(error), `${CONTROL_HEIGHT} cursor-pointer text-left hover:bg-hover`)}>
        {icon}
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-text-3 [&_[slot=description]]:hidden" />
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      {/* Not React Aria's own hidden select: the browser empties that one when a form comes back. */}
      {name && <input type="hidden" name={name} value={shown ?? ''} />}
      <FieldNotes hint={hint} error={error} />
      <Popover offset={4} className={POPOVER}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ComboBox, Input, ListBox, Popover } from 'react-aria-components/ComboBox'
import { classNames } from '@/components/ui/class-names'
import { CONTROL_HEIGHT, controlStyles, FIELD, FieldLabel, FieldNotes } from '@/components/ui/field'
import { OptionItem } from '@/components/ui/list-popover'
import { matches } from '@/components/ui/match'
import { POPOVER } from '@/components/ui/popover-styles'
import type { ChoiceFieldProps } from '@/components/ui/select'

/** A long list, found by typing; accents and word order do not matter. */
export function Combobox({
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
  const [typed, setTyped] = useState('')
  return (
    <ComboBox
      key={defaultValue}
      {...rest}
      name={name}
      value={value}
      defaultValue={defaultValue}
      onChange={(key) => onChange?.(key === null ? '' : String(key))}
      onInputChange={setTyped}
      defaultItems={options}
      defaultFilter={matches}
      menuTrigger="focus"
      allowsEmptyCollection
      formValue="key"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      data-field={name}
      className={classNames(FIELD, className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <div className={controlStyles(Boolean(error), CONTROL_HEIGHT)}>
        {icon}
        <Input
          placeholder={placeholder ?? t('typeToFind')}
          className="h-full w-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3"
        />
        <Button className="-mr-1.5 grid size-8 cursor-pointer place-items-center rounded-s text-text-3 hover:bg-hover">
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover offset={4} className={POPOVER}>
        <ListBox
          className="outline-none"
          renderEmptyState={() => <p className="px-2.5 py-2 text-table text-text-2">{t('noMatch', { text: typed })}</p>}
        >
          {(option: { id: string; label: string; description?: string }) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

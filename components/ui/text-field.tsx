'use client'
import { Lock } from 'lucide-react'
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, ReactNode, Ref } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import { classNames } from '@/components/ui/class-names'
import { CONTROL_HEIGHT, controlStyles, FIELD, FieldLabel, FieldNotes, type FieldProps } from '@/components/ui/field'

type TextFieldProps = FieldProps & {
  name?: string
  id?: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  hideLabel?: boolean
  multiline?: boolean
  rows?: number
  type?: 'text' | 'search' | 'url' | 'tel' | 'email' | 'password'
  inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'decimal' | 'search' | 'url'
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  placeholder?: string
  icon?: ReactNode
  isRequired?: boolean
  isReadOnly?: boolean
  isDisabled?: boolean
  maxLength?: number
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

const BARE = 'w-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3'

export function TextField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  multiline,
  rows = 3,
  icon,
  placeholder,
  inputRef,
  isReadOnly,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isReadOnly={isReadOnly}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={classNames(FIELD, className)}
    >
      <FieldLabel label={label} optional={optional} hidden={hideLabel} />
      <div className={controlStyles(Boolean(error), multiline ? undefined : CONTROL_HEIGHT)}>
        {icon}
        {multiline ? (
          <TextArea
            ref={inputRef}
            rows={rows}
            placeholder={placeholder}
            className={classNames(BARE, 'resize-y py-2')}
          />
        ) : (
          <Input ref={inputRef} placeholder={placeholder} className={classNames(BARE, 'h-full')} />
        )}
        {isReadOnly && <Lock size={14} strokeWidth={1.75} aria-hidden />}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}

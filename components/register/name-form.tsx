'use client'
import { type SubmitEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import type { FormState } from '@/lib/form-state'

type Rejected = Extract<FormState, { status: 'rejected' }>
type NameFormProps = {
  label: string
  hint?: string
  button: string
  name?: string
  /** What was refused, if it was. */
  onName: (name: string) => Promise<Rejected | undefined>
}

/** Asks for the name of a mapping. */
export function NameForm({ label, hint, button, name = '', onName }: NameFormProps) {
  const [typed, setTyped] = useState(name)
  const [state, setState] = useState<Rejected>()
  const [isPending, startTransition] = useTransition()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    startTransition(async () => setState(await onName(typed)))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {state && !state.fieldErrors.name && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      <TextField
        label={label}
        hint={hint}
        value={typed}
        onChange={setTyped}
        error={state?.fieldErrors.name}
        maxLength={80}
        autoFocus
      />
      <Button type="submit" variant="filled" isPending={isPending} className="self-end">
        {button}
      </Button>
    </form>
  )
}

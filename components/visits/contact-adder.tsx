'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { type DraftContact, newId } from '@/components/visits/draft'

const FIELDS = [
  { name: 'name', type: 'text', autoComplete: 'off' },
  { name: 'role', type: 'text', autoComplete: 'off' },
  { name: 'phone', type: 'tel', autoComplete: 'off' },
  { name: 'email', type: 'email', autoComplete: 'off' },
] as const

const EMPTY = { name: '', role: '', phone: '', email: '' }

/** Somebody met who is not among the contacts yet. */
export function ContactAdder({ onAdd }: { onAdd: (contact: DraftContact) => void }) {
  const t = useTranslations('visits.meeting')
  const tr = useTranslations('refusals')
  const [isOpen, setOpen] = useState(false)
  const [values, setValues] = useState(EMPTY)
  const [errors, setErrors] = useState<Record<string, string>>({})

  const add = async () => {
    const { contactInput } = await import('@/lib/firms/schema')
    const parsed = contactInput.safeParse({ id: newId(), ...values })
    if (!parsed.success) {
      const key = (message: string) => (tr.has(message as never) ? message : 'invalidField') as 'invalidField'
      setErrors(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), tr(key(issue.message))])))
      return
    }
    const { id, name, role, phone, email } = parsed.data
    onAdd({ id, name, role, phone, email })
    setValues(EMPTY)
    setErrors({})
    setOpen(false)
  }

  if (!isOpen)
    return (
      <Button
        variant="ghost"
        className="self-start"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {t('add')}
      </Button>
    )
  return (
    <fieldset
      className="grid gap-3 rounded-l border border-border bg-surface p-3 tablet:grid-cols-2"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        add()
      }}
    >
      <legend className="sr-only">{t('add')}</legend>
      {FIELDS.map(({ name, ...field }) => (
        <TextField
          key={name}
          {...field}
          autoFocus={name === 'name'}
          label={t(name)}
          optional={name !== 'name'}
          value={values[name]}
          onChange={(text) => setValues((before) => ({ ...before, [name]: text }))}
          error={errors[name]}
        />
      ))}
      <div className="flex justify-end gap-2 tablet:col-span-2">
        <Button onPress={() => setOpen(false)}>{t('addCancel')}</Button>
        <Button onPress={add} icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}>
          {t('addSave')}
        </Button>
      </div>
    </fieldset>
  )
}

'use client'
import { User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CallFacts } from '@/components/calls/call-facts'
import type { Draft } from '@/components/calls/draft'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'

type ContactChoiceProps = {
  contacts: CallFacts['contacts']
  value?: string
  added: Draft['newContact']
  onChange: (part: Partial<Draft>) => void
  isCallback: boolean
  errors: Record<string, string>
}

const NOBODY = 'none'

/** Who was spoken with, or whom to ask for: somebody known, or somebody new. */
export function ContactChoice({ contacts, value, added, onChange, isCallback, errors }: ContactChoiceProps) {
  const t = useTranslations('calls.contact')
  const options = [
    { id: NOBODY, label: t('none') },
    ...contacts.map(({ id, name, role }) => ({ id, label: role ? `${name}, ${role}` : name })),
    { id: 'new', label: t('new') },
  ]
  const field = (name: 'name' | 'role' | 'phone') => (
    <TextField
      label={t(name)}
      name={`contact.${name}`}
      value={added[name]}
      onChange={(text) => onChange({ newContact: { ...added, [name]: text } })}
      optional={name !== 'name'}
      inputMode={name === 'phone' ? 'tel' : 'text'}
      autoComplete="off"
      error={errors[`contact.${name}`]}
      className={name === 'name' ? 'col-span-2' : ''}
    />
  )
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t(isCallback ? 'ask' : 'label')}
        optional
        icon={<User size={16} strokeWidth={1.75} aria-hidden />}
        options={options}
        value={value ?? NOBODY}
        onChange={(contact) => onChange({ contact: contact === NOBODY ? undefined : contact })}
      />
      {value === 'new' && (
        <div className="grid grid-cols-2 gap-2">
          {field('name')}
          {field('role')}
          {field('phone')}
        </div>
      )}
    </div>
  )
}

'use client'
import { Building2, ChartColumn, Phone, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ChoiceCards } from '@/components/ui/choice-cards'
import type { Option } from '@/components/ui/list-popover'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'

const ICONS = {
  promoter: <Phone size={20} strokeWidth={1.75} aria-hidden />,
  manager: <ChartColumn size={20} strokeWidth={1.75} aria-hidden />,
  office: <Building2 size={20} strokeWidth={1.75} aria-hidden />,
  admin: <ShieldCheck size={20} strokeWidth={1.75} aria-hidden />,
}
const ROLES = ['promoter', 'manager', 'office', 'admin'] as const

type UserFieldsProps = {
  user?: { name: string; role: (typeof ROLES)[number]; officeId: string | null }
  offices: Option[]
  errors: Record<string, string>
  /** Stands between the name and the role. */
  children?: ReactNode
}

/** Name, role and, for office users, the office. */
export function UserFields({ user, offices, errors, children }: UserFieldsProps) {
  const t = useTranslations('users')
  const [role, setRole] = useState<string>(user?.role ?? 'promoter')
  const options = ROLES.map((id) => ({
    id,
    label: t(`roles.${id}`),
    description: t(`roleNotes.${id}`),
    icon: ICONS[id],
  }))
  return (
    <>
      <TextField
        name="name"
        label={t('fields.name')}
        defaultValue={user?.name}
        error={errors.name}
        autoComplete="off"
        maxLength={100}
      />
      {children}
      <ChoiceCards name="role" label={t('fields.role')} options={options} value={role} onChange={setRole} />
      {role === 'office' && (
        <Select
          name="officeId"
          label={t('fields.officeId')}
          options={offices}
          defaultValue={user?.officeId ?? undefined}
          error={errors.officeId}
        />
      )}
    </>
  )
}

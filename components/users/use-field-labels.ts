'use client'
import { useTranslations } from 'next-intl'

/** Names of a user's fields, for the summary of what was refused. */
export function useFieldLabels(): Record<string, string> {
  const t = useTranslations('users.fields')
  const names = ['name', 'email', 'role', 'officeId', 'active', 'password'] as const
  return Object.fromEntries(names.map((name) => [name, t(name)]))
}

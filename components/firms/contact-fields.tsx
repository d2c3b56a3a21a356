'use client'
import { useTranslations } from 'next-intl'
import type { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { FirmContact } from '@/lib/contacts/queries'

type ContactFieldsProps = {
  sending: ReturnType<typeof useSending>
  contact?: FirmContact
  close: () => void
}

const AGES = ['under_35', 'from_35_to_54', 'from_55'] as const

export function ContactFields({ sending, contact, close }: ContactFieldsProps) {
  const t = useTranslations('firms.people')
  const common = useTranslations('common')
  const { state, errors, submit, isPending } = sending
  const labels = {
    name: t('name'),
    role: t('role'),
    phone: t('phone'),
    email: t('email'),
    ageBand: t('ageBand'),
  }
  const ages = [{ id: 'none', label: t('ages.none') }, ...AGES.map((id) => ({ id, label: t(`ages.${id}`) }))]
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <FormNotice state={state} labels={labels} />
      <TextField
        name="name"
        label={labels.name}
        defaultValue={contact?.name}
        error={errors.name}
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        name="role"
        label={labels.role}
        hint={t('roleHint')}
        optional
        defaultValue={contact?.role ?? ''}
        error={errors.role}
        maxLength={80}
      />
      <TextField
        name="phone"
        label={labels.phone}
        optional
        inputMode="tel"
        defaultValue={contact?.phone ?? ''}
        error={errors.phone}
        autoComplete="off"
      />
      <TextField
        name="email"
        label={labels.email}
        optional
        inputMode="email"
        defaultValue={contact?.email ?? ''}
        error={errors.email}
        autoComplete="off"
      />
      <Select
        name="ageBand"
        label={labels.ageBand}
        optional
        options={ages}
        defaultValue={contact?.ageBand ?? 'none'}
        error={errors.ageBand}
      />
      <footer className="mt-2 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('save')}
        </Button>
      </footer>
    </form>
  )
}

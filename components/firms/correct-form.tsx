'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSending } from '@/components/firms/use-sending'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Combobox } from '@/components/ui/combobox'
import { FormNotice } from '@/components/ui/form-notice'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/list-popover'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { saveFirm } from '@/lib/corrections/actions'
import { CORRECTABLE, type CorrectableField } from '@/lib/corrections/rules'

export type CorrectFormProps = {
  firmId: string
  version: number
  /** The values in force, as the form shows them. */
  was: Record<CorrectableField, string | null>
  places: Option[]
}

const KEYBOARDS: Partial<Record<CorrectableField, 'email' | 'url' | 'numeric'>> = {
  email: 'email',
  pec: 'email',
  website: 'url',
  postcode: 'numeric',
  employeesDependent: 'numeric',
  employeesIndependent: 'numeric',
}

export function CorrectForm({ firmId, version, was, places }: CorrectFormProps) {
  const t = useTranslations('firms.correct')
  const common = useTranslations('common')
  const router = useRouter()
  const page = `/firms/${firmId}` as Route
  // What the form was opened with stays its base, whatever the server shows meanwhile.
  const [opened, setOpened] = useState({ version, was })
  const { state, errors, submit, isPending } = useSending(saveFirm, {
    more: { firmId, ...opened },
    after: () => {
      toast({ message: t('saved'), tone: 'ok' })
      router.push(page)
    },
  })
  const newer = state.status === 'rejected' ? state.conflict?.version : undefined
  if (newer !== undefined && newer !== opened.version) setOpened({ ...opened, version: newer })
  const labels = Object.fromEntries(CORRECTABLE.map((field) => [field, t(`fields.${field}`)]))
  const text = (name: CorrectableField) => (
    <TextField
      name={name}
      label={t(`fields.${name}`)}
      defaultValue={opened.was[name] ?? ''}
      error={errors[name]}
      inputMode={KEYBOARDS[name]}
      autoComplete="off"
      className="min-w-0 flex-1"
    />
  )
  return (
    <form onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-4">
      <FormNotice state={state} labels={labels} />
      <Card id="name" title={t('fields.name')}>
        {text('name')}
      </Card>
      <Card id="reach" title={t('reach')}>
        <div className="flex flex-col gap-3">
          {text('email')}
          {text('pec')}
          {text('website')}
        </div>
      </Card>
      <Card id="place" title={t('place')}>
        <div className="flex flex-col gap-3">
          {text('address')}
          <div className="flex flex-col gap-3 tablet:flex-row">
            {text('postcode')}
            <Combobox
              name="municipalityCode"
              label={t('fields.municipalityCode')}
              options={places}
              defaultValue={opened.was.municipalityCode ?? undefined}
              error={errors.municipalityCode}
              className="flex-2"
            />
          </div>
        </div>
      </Card>
      <Card id="staff" title={t('staff')}>
        <div className="flex gap-3">
          {text('employeesDependent')}
          {text('employeesIndependent')}
        </div>
      </Card>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('save')}
        </Button>
        <LinkButton href={page}>{common('cancel')}</LinkButton>
      </div>
    </form>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormNotice } from '@/components/ui/form-notice'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { useFormSending } from '@/components/users/use-form-sending'
import { saveNewToken } from '@/lib/tokens/actions'
import { LIFETIMES, SCOPES } from '@/lib/tokens/schema'

/** One key after the other: each starts from an empty form. */
export function NewToken() {
  const [round, setRound] = useState(0)
  return <NewTokenForm key={round} onDone={() => setRound(round + 1)} />
}

function NewTokenForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('tokens')
  const [id, setId] = useState('')
  // Made in the browser alone: the server and the browser would not make the same.
  useEffect(() => setId(uuidv7()), [])
  const { state, errors, submit, isPending } = useFormSending(saveNewToken)
  if (state.status === 'saved') return <MadeToken secret={state.result.secret} onDone={onDone} />
  const labels = { name: t('add.name'), scopes: t('add.scopes'), days: t('add.days') }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormNotice state={state} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="name"
        label={labels.name}
        hint={t('add.nameHint')}
        error={errors.name}
        maxLength={80}
        autoComplete="off"
      />
      <fieldset className="flex flex-col gap-1" aria-describedby={errors.scopes && 'scopes-error'}>
        <legend className="text-table font-semibold tablet:text-small">{labels.scopes}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes[]"
            value={scope}
            description={scope === 'personal' ? t('add.personalNote') : undefined}
          >
            {t(`scopes.${scope}`)}
          </Checkbox>
        ))}
        {errors.scopes && (
          <p id="scopes-error" className="text-small text-danger-text">
            {errors.scopes}
          </p>
        )}
      </fieldset>
      <Select
        name="days"
        label={labels.days}
        options={LIFETIMES.map((days) => ({ id: String(days), label: t('add.lifetime', { days }) }))}
        defaultValue="365"
        error={errors.days}
      />
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('add.submit')}
      </Button>
    </form>
  )
}

/** Shows the key, this once. */
function MadeToken({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('tokens.handOver')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="flex flex-col gap-4">
      <Notice ref={box} tabIndex={-1} role="status" tone="ok" title={t('title')}>
        {t('note')}
      </Notice>
      <p className="rounded-l border border-border bg-fill px-3 py-2 font-mono text-table break-all select-all">
        {secret}
      </p>
      <Button variant="filled" onPress={onDone} className="self-start">
        {t('done')}
      </Button>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { useFormSending } from '@/components/users/use-form-sending'
import { saveOpenData } from '@/lib/open-data/actions'
import { LICENCES, type OpenDataSettings } from '@/lib/open-data/schema'

export function OpenDataForm({ settings }: { settings: OpenDataSettings }) {
  const t = useTranslations('opendata')
  const { state, errors, submit, isPending } = useFormSending(saveOpenData)
  useEffect(() => {
    if (state.status === 'saved') toast({ message: t('saved'), tone: 'ok' })
  }, [state, t])
  return (
    <form onSubmit={submit} noValidate className="flex max-w-160 flex-col gap-4">
      <FormNotice state={state} />
      <div>
        <Switch name="on" defaultSelected={settings.on}>
          <span className="font-semibold">{t('on')}</span>
        </Switch>
        <p className="text-small text-text-3">{t('onNote')}</p>
      </div>
      <Select
        name="licence"
        label={t('licence')}
        options={Object.entries(LICENCES).map(([id, [label]]) => ({ id, label }))}
        defaultValue={settings.licence}
        error={errors.licence}
      />
      <TextField
        name="publisherCode"
        label={t('publisherCode')}
        hint={t('publisherHint')}
        defaultValue={settings.publisherCode}
        error={errors.publisherCode}
        maxLength={40}
        optional
      />
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('save')}
      </Button>
    </form>
  )
}

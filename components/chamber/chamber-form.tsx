'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { useFormSending } from '@/components/users/use-form-sending'
import { saveChamber } from '@/lib/chamber/actions'
import { type ChamberSettings, feastText, hoursText } from '@/lib/chamber/rules'
import type { FormState } from '@/lib/form-state'

const DAYS = ['day0', 'day1', 'day2', 'day3', 'day4', 'day5', 'day6'] as const

/** Hours are typed as text: a week in seven fields instead of twenty-eight. */
export function ChamberForm({ settings }: { settings: ChamberSettings & { version: number } }) {
  const t = useTranslations('chamber')
  const labels = useLabels()
  const { state, errors, submit, isPending } = useFormSending(saveChamber)
  const conflict = state.status === 'rejected' ? state.conflict : undefined
  useEffect(() => {
    if (state.status === 'saved') toast({ message: t('saved'), tone: 'ok' })
  }, [state, t])
  return (
    <form onSubmit={submit} noValidate className="flex max-w-160 flex-col gap-4">
      <FormNotice state={useReadable(state)} labels={labels} />
      <input type="hidden" name="version" value={conflict?.version ?? settings.version} />
      <TextField
        name="name"
        label={t('fields.name')}
        defaultValue={settings.name}
        error={errors.name}
        maxLength={100}
      />
      <Group title={t('calendar')}>
        <TextField
          name="patron"
          label={t('fields.patron')}
          hint={t('patronHint')}
          defaultValue={feastText(settings.patron)}
          error={errors.patron}
          optional
          className="max-w-80"
        />
        <fieldset data-field="week" className="min-w-0">
          <legend className="text-table font-semibold tablet:text-small">{t('fields.week')}</legend>
          <p className="text-small text-text-3">{t('weekNote')}</p>
          {errors.week && <p className="text-small text-danger-text">{errors.week}</p>}
          <div className="mt-2 grid gap-x-4 gap-y-3 tablet:grid-cols-2">
            {DAYS.map((day, i) => (
              <div key={day} data-field={`week.${i}`}>
                <TextField
                  name="week[]"
                  label={t(`days.${day}`)}
                  placeholder={t('closed')}
                  defaultValue={hoursText(settings.week[i] ?? [])}
                  error={errors[`week.${i}`]}
                />
              </div>
            ))}
          </div>
        </fieldset>
      </Group>
      <Group title={t('privacy')}>
        <div>
          <Switch name="perPromoterFigures" defaultSelected={settings.perPromoterFigures}>
            <span className="font-semibold">{t('fields.perPromoterFigures')}</span>
          </Switch>
          <p className="text-small text-text-3">{t('perPromoterNote')}</p>
        </div>
        <TextField
          name="uploadDays"
          label={t('fields.uploadDays')}
          hint={t('uploadDaysHint')}
          inputMode="numeric"
          defaultValue={String(settings.uploadDays)}
          error={errors.uploadDays}
          className="max-w-80"
        />
      </Group>
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-t border-border pt-3">
      <h2 className="text-h2 font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function useLabels(): Record<string, string> {
  const t = useTranslations('chamber')
  const fields = ['name', 'patron', 'week', 'perPromoterFigures', 'uploadDays'] as const
  const days = DAYS.flatMap((day, i) => [
    [day, t(`days.${day}`)],
    [`week.${i}`, t(`days.${day}`)],
  ])
  return Object.fromEntries([...fields.map((field) => [field, t(`fields.${field}`)]), ...days])
}

/** What the other person saved, in the words of the screen. */
function useReadable<R>(state: FormState<R>): FormState<R> {
  const t = useTranslations('chamber')
  if (state.status !== 'rejected' || !state.conflict) return state
  const words: Record<string, string> = { true: t('yes'), false: t('no') }
  const differences = state.conflict.differences.map(({ field, theirs }) => ({
    field,
    theirs: theirs ? (words[theirs] ?? theirs) : null,
  }))
  return { ...state, conflict: { ...state.conflict, differences } }
}

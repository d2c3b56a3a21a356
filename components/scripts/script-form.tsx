'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { type FormState, IDLE } from '@/lib/form-state'
import { saveScript } from '@/lib/scripts/actions'
import { LONGEST_TEXT, PLACEHOLDERS, STAGES, type Stage, written } from '@/lib/scripts/rules'

type Locale = 'it' | 'en'
type Texts = Record<Stage, { usual: string; own: string }>

type ScriptFormProps = { campaignId: string; languages: { id: Locale; texts: Texts }[]; first: Locale }

/** Five texts in one language at a time; the usual words stand in the field until somebody changes them. */
export function ScriptForm({ campaignId, languages, first }: ScriptFormProps) {
  const t = useTranslations('scripts')
  const [locale, setLocale] = useState(first)
  const [typed, setTyped] = useState<Partial<Record<`${Locale}.${Stage}`, string>>>({})
  const [state, setState] = useState<FormState>(IDLE)
  const [isPending, startTransition] = useTransition()
  const texts = languages.find(({ id }) => id === locale)?.texts
  if (!texts) return null
  const errors: Record<string, string> = state.status === 'rejected' ? state.fieldErrors : {}
  const shown = (stage: Stage) => typed[`${locale}.${stage}`] ?? (texts[stage].own || texts[stage].usual)
  const write = (stage: Stage, words: string) => setTyped((now) => ({ ...now, [`${locale}.${stage}`]: words }))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const changed = STAGES.filter((stage) => typed[`${locale}.${stage}`] !== undefined)
    const said = (stage: Stage) => (shown(stage).trim() === texts[stage].usual ? '' : shown(stage))
    startTransition(async () => {
      try {
        const own = Object.fromEntries(changed.map((stage) => [stage, said(stage)]))
        const next = await saveScript(IDLE, { campaignId, locale, texts: own })
        setState(next)
        if (next.status !== 'saved') return
        // An emptied field shows the usual words again.
        setTyped((now) => ({
          ...now,
          ...Object.fromEntries(changed.map((stage) => [`${locale}.${stage}`, undefined])),
        }))
        toast({ message: t('edit.saved'), tone: 'ok' })
      } catch (error) {
        unstable_rethrow(error)
        setState({ status: 'rejected', message: t('edit.unsaved'), fieldErrors: {}, values: {} })
      }
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-160 flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-small text-text-2">
        {PLACEHOLDERS.map((name) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt>
              <code className="font-semibold text-text">{written(name, locale)}</code>
            </dt>
            <dd>{t(`placeholders.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Segmented
        label={t('edit.language')}
        options={languages.map(({ id }) => ({ id, label: t(`edit.languages.${id}`) }))}
        value={locale}
        onChange={(id) => setLocale(id as Locale)}
      />
      <FormNotice
        state={state}
        labels={Object.fromEntries(STAGES.map((stage) => [`texts.${stage}`, t(`stages.${stage}`)]))}
      />
      {STAGES.map((stage) => (
        <TextField
          key={`${locale}.${stage}`}
          name={`texts.${stage}`}
          label={t(`stages.${stage}`)}
          multiline
          rows={4}
          className="[&_textarea]:field-sizing-content [&_textarea]:min-h-26"
          maxLength={LONGEST_TEXT}
          value={shown(stage)}
          onChange={(words) => write(stage, words)}
          error={errors[`texts.${stage}`]}
          hint={texts[stage].own ? t('edit.own') : t('edit.usual')}
        />
      ))}
      <div>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('edit.save')}
        </Button>
      </div>
    </form>
  )
}

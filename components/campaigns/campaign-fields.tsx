'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/ui/date-field'
import { TextField } from '@/components/ui/text-field'
import { RULE_NAMES } from '@/lib/calling-rules/rules'

export type CampaignValues = Record<
  'name' | 'startsOn' | 'endsOn' | 'targetCalls' | 'targetVisits' | (typeof RULE_NAMES)[number],
  string
>

type CampaignFieldsProps = { values: CampaignValues; errors: Record<string, string> }

/** Name, period and targets. */
export function CampaignFacts({ values, errors }: CampaignFieldsProps) {
  const t = useTranslations('campaigns.fields')
  return (
    <div className="grid max-w-160 gap-x-3 gap-y-3.5 tablet:grid-cols-2">
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={values.name}
        error={errors.name}
        maxLength={120}
        autoComplete="off"
        className="tablet:col-span-2"
      />
      <DateField name="startsOn" label={t('startsOn')} defaultValue={values.startsOn} error={errors.startsOn} />
      <DateField name="endsOn" label={t('endsOn')} defaultValue={values.endsOn} error={errors.endsOn} />
      {(['targetCalls', 'targetVisits'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          inputMode="numeric"
          defaultValue={values[name]}
          error={errors[name]}
        />
      ))}
    </div>
  )
}

/** How firms are called; all have a usual value. */
export function CampaignRules({ values, errors }: CampaignFieldsProps) {
  const t = useTranslations('campaigns.rules')
  return (
    <div className="grid max-w-160 gap-x-3 gap-y-3.5 tablet:grid-cols-2">
      {RULE_NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          inputMode="numeric"
          defaultValue={values[name]}
          error={errors[name]}
          className="justify-end"
        />
      ))}
    </div>
  )
}

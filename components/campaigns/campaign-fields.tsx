'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/ui/date-field'
import { TextField } from '@/components/ui/text-field'
import { RULE_NAMES, type RuleName } from '@/lib/calling-rules/rules'

const TARGETS = ['targetCalls', 'targetVisits'] as const
type Target = (typeof TARGETS)[number]

export type CampaignValues = Record<'name' | 'startsOn' | 'endsOn' | Target | RuleName, string>

type Fields<Names extends keyof CampaignValues> = {
  values: Pick<CampaignValues, Names>
  errors: Record<string, string>
}
const PAIRS = 'grid max-w-160 gap-x-3 gap-y-3.5 tablet:grid-cols-2'

/** Name and period. */
export function CampaignFacts({ values, errors }: Fields<'name' | 'startsOn' | 'endsOn'>) {
  const t = useTranslations('campaigns.fields')
  return (
    <div className={PAIRS}>
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
    </div>
  )
}

type CampaignTargetsProps = Fields<Target> & { onChange?: (name: Target, typed: string) => void }

/** Firms to speak with, and to visit. */
export function CampaignTargets({ values, errors, onChange }: CampaignTargetsProps) {
  const t = useTranslations('campaigns.fields')
  return (
    <div className={PAIRS}>
      {TARGETS.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          inputMode="numeric"
          defaultValue={values[name]}
          onChange={(typed) => onChange?.(name, typed)}
          error={errors[name]}
          autoComplete="off"
        />
      ))}
    </div>
  )
}

type CampaignRulesProps = Fields<RuleName> & {
  /** Rules that are asked elsewhere. */
  without?: RuleName[]
}

/** How firms are called; all have a usual value. */
export function CampaignRules({ values, errors, without = [] }: CampaignRulesProps) {
  const t = useTranslations('campaigns.rules')
  return (
    <div className={PAIRS}>
      {RULE_NAMES.filter((name) => !without.includes(name)).map((name) => (
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

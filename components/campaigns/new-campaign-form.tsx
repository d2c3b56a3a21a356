'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { CallingHoursFields } from '@/components/campaigns/calling-hours-fields'
import {
  CampaignFacts,
  CampaignRules,
  CampaignTargets,
  type CampaignValues,
} from '@/components/campaigns/campaign-fields'
import { CodesField } from '@/components/campaigns/codes-field'
import type { PlanSources } from '@/components/campaigns/draw-plan'
import { type Asked, DrawStep } from '@/components/campaigns/draw-step'
import { useCampaignLabels } from '@/components/campaigns/use-campaign-labels'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { useDraw } from '@/components/campaigns/use-draw'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chips } from '@/components/ui/chips'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import type { CallingHours } from '@/lib/calling-hours/rules'
import { DAY_PARTS, RULE_DEFAULTS } from '@/lib/calling-rules/rules'
import { makeCampaign } from '@/lib/campaigns/actions'
import { formatNumber } from '@/lib/format'

type NewCampaignFormProps = Omit<PlanSources, 'frame'> & {
  asked: Asked
  frame: PlanSources['frame'] | null
  promoters: { id: string; name: string }[]
  today: string
}

const RULES = Object.fromEntries(Object.entries(RULE_DEFAULTS).map(([name, value]) => [name, String(value)]))

/** What is typed of a new campaign: targets and draw, rules, name and period. */
export function NewCampaignForm({ asked, frame, experience, names, promoters, today }: NewCampaignFormProps) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const labels = useCampaignLabels()
  const router = useRouter()
  const [id] = useState(() => uuidv7())
  const [promoterIds, setPromoterIds] = useState(() => promoters.map((one) => one.id))
  const [hours, setHours] = useState<CallingHours>({ officeHours: true, saturdays: false, dayParts: [...DAY_PARTS] })
  const [targets, setTargets] = useState({ targetCalls: '', targetVisits: '' })
  const [codes, setCodes] = useState('')
  const draw = useDraw()
  const { state, errors, isPending, send } = useCampaignVerb(makeCampaign)
  const { way, filter, coolOffMonths, opposition } = asked
  const chosen = async () => {
    if (way === 'codes') return { codes }
    return { filter, ...(way === 'drawn' && frame ? await draw.design(asked.by, targets, frame, experience) : {}) }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as CampaignValues
    const rest = { ...RULES, ...typed, ...hours, id, coolOffMonths, opposition, promoterIds }
    const wish = chosen().then((firms) => ({ ...rest, ...firms }))
    send(wish, (made) => {
      toast({ message: t('make.made', { count: made.firms, shown: formatNumber(locale, made.firms) }), tone: 'ok' })
      router.push(`/campaigns/${made.id}` as Route)
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3.5">
      {way === 'codes' && (
        <Card>
          <CodesField value={codes} onChange={setCodes} coolOffMonths={coolOffMonths} error={errors.codes} />
        </Card>
      )}
      <Card id="draw" title={t(way === 'drawn' ? 'steps.draw' : 'steps.targets')}>
        <CampaignTargets
          values={{ targetCalls: '', targetVisits: '' }}
          errors={errors}
          onChange={(name, value) => setTargets((before) => ({ ...before, [name]: value }))}
        />
        {way === 'drawn' && frame && (
          <DrawStep {...{ asked, frame, experience, names, targets, errors }} wish={draw.wish} change={draw.change} />
        )}
      </Card>
      <Card id="rules" title={t('steps.rules')}>
        <div className="flex flex-col gap-5">
          <CallingHoursFields hours={hours} onChange={setHours} errors={errors} />
          <CampaignRules values={RULES as CampaignValues} errors={errors} without={['coolOffMonths']} />
          <div data-field="promoterIds">
            <Chips
              label={labels.promoterIds ?? ''}
              options={promoters.map((one) => ({ id: one.id, label: one.name }))}
              values={promoterIds}
              onChange={setPromoterIds}
            />
            <p className="mt-1 text-small text-text-3">{t('fields.promotersHint')}</p>
            {errors.promoterIds && <p className="mt-1 text-small text-danger-text">{errors.promoterIds}</p>}
          </div>
        </div>
      </Card>
      <Card id="confirm" title={t('steps.confirm')}>
        <div className="flex flex-col gap-5">
          <FormNotice state={state} labels={labels} />
          <CampaignFacts values={{ name: '', startsOn: today, endsOn: '' }} errors={errors} />
          <div>
            <Button type="submit" variant="filled" isPending={isPending}>
              {t(way === 'drawn' ? 'make.draw' : 'make.save')}
            </Button>
          </div>
        </div>
      </Card>
    </form>
  )
}

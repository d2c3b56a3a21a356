'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { CampaignFacts, CampaignRules, type CampaignValues } from '@/components/campaigns/campaign-fields'
import { useCampaignLabels } from '@/components/campaigns/use-campaign-labels'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import { makeCampaign } from '@/lib/campaigns/actions'
import { formatNumber } from '@/lib/format'

type NewCampaignFormProps = {
  values: CampaignValues
  promoters: { id: string; name: string }[]
  /** The firm filter, as the address of the page says it. */
  filter: string
}

export function NewCampaignForm({ values, promoters, filter }: NewCampaignFormProps) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const labels = useCampaignLabels()
  const router = useRouter()
  const [id] = useState(() => uuidv7())
  const [promoterIds, setPromoterIds] = useState(() => promoters.map((one) => one.id))
  const { state, errors, isPending, send } = useCampaignVerb(makeCampaign)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as CampaignValues
    send({ ...typed, id, filter, promoterIds }, (made) => {
      toast({ message: t('make.made', { count: made.firms, shown: formatNumber(locale, made.firms) }), tone: 'ok' })
      router.push(`/campaigns/${made.id}` as Route)
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormNotice state={state} labels={labels} />
      <CampaignFacts values={values} errors={errors} />
      <div data-field="promoterIds">
        <Chips
          label={labels.promoterIds ?? ''}
          options={promoters.map((one) => ({ id: one.id, label: one.name }))}
          values={promoterIds}
          onChange={setPromoterIds}
        />
        {errors.promoterIds && <p className="mt-1 text-small text-danger-text">{errors.promoterIds}</p>}
      </div>
      <h2 className="-mb-2 text-h2 font-semibold">{t('rules.title')}</h2>
      <CampaignRules values={values} errors={errors} />
      <div>
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('make.save')}
        </Button>
      </div>
    </form>
  )
}

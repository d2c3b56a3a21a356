'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { CallingHoursFields } from '@/components/campaigns/calling-hours-fields'
import {
  CampaignFacts,
  CampaignRules,
  CampaignTargets,
  type CampaignValues,
} from '@/components/campaigns/campaign-fields'
import { useCampaignLabels } from '@/components/campaigns/use-campaign-labels'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import type { CallingHours } from '@/lib/calling-hours/rules'
import { changeCampaign } from '@/lib/campaigns/actions'

type EditCampaignFormProps = { id: string; version: number; values: CampaignValues; hours: CallingHours }

export function EditCampaignForm({ id, version, values, hours: before }: EditCampaignFormProps) {
  const t = useTranslations('campaigns')
  const common = useTranslations('common')
  const router = useRouter()
  const [hours, setHours] = useState(before)
  const { state, errors, isPending, send } = useCampaignVerb(changeCampaign)
  // After a conflict what was typed may be sent again, now against what the other person saved.
  const newer = state.status === 'rejected' ? state.conflict?.version : undefined
  const address = `/campaigns/${id}` as Route
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as CampaignValues
    send({ ...typed, ...hours, id, version: newer ?? version }, () => {
      toast({ message: t('edit.saved'), tone: 'ok' })
      router.push(address)
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormNotice state={state} labels={useCampaignLabels()} />
      <CampaignFacts values={values} errors={errors} />
      <CampaignTargets values={values} errors={errors} />
      <h2 className="-mb-2 text-h2 font-semibold">{t('rules.title')}</h2>
      <CallingHoursFields hours={hours} onChange={setHours} errors={errors} />
      <CampaignRules values={values} errors={errors} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('edit.save')}
        </Button>
        <LinkButton href={address}>{common('cancel')}</LinkButton>
      </div>
    </form>
  )
}

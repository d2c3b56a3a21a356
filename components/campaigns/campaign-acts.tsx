'use client'
import { CirclePause, CirclePlay } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { ConfirmDialog, Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import { closeCampaign, extendCampaign, pauseCampaign, resumeCampaign } from '@/lib/campaigns/actions'
import { type FormState, IDLE } from '@/lib/form-state'
import type { CampaignStatus } from '@/prisma/client/enums'

type CampaignActsProps = {
  campaign: {
    id: string
    name: string
    status: CampaignStatus
    endsOn: string
    /** Promised to firms, and still to come. */
    callbacks: number
    appointments: number
  }
}

type Turn = (state: FormState<void>, input: { campaignId: string }) => Promise<FormState<void>>

/** Pause and resume, close and reopen, extend. */
export function CampaignActs({ campaign }: CampaignActsProps) {
  const t = useTranslations('campaigns.acts')
  const { id, name, status, callbacks, appointments } = campaign
  return (
    <>
      {status === 'open' && <TurnButton campaignId={id} verb={pauseCampaign} label={t('pause')} done={t('paused')} />}
      {status !== 'open' && (
        <TurnButton
          campaignId={id}
          verb={resumeCampaign}
          label={t(status === 'closed' ? 'reopen' : 'resume')}
          done={t('resumed')}
          resumes
        />
      )}
      <Extend campaign={campaign} />
      {status !== 'closed' && (
        <ConfirmDialog
          trigger={<Button variant="danger">{t('close')}</Button>}
          title={t('closeTitle', { name })}
          confirmLabel={t('close')}
          onConfirm={async () => {
            const state = await closeCampaign(IDLE, { campaignId: id })
            if (state.status === 'rejected') return state.message
            toast({ message: t('closed'), tone: 'ok' })
          }}
        >
          {t('closeBody')} {t('closePromises', { callbacks, appointments })}
        </ConfirmDialog>
      )}
    </>
  )
}

type TurnButtonProps = { campaignId: string; verb: Turn; label: string; done: string; resumes?: boolean }

function TurnButton({ campaignId, verb, label, done, resumes }: TurnButtonProps) {
  const { isPending, send, state } = useCampaignVerb(verb)
  const Icon = resumes ? CirclePlay : CirclePause
  return (
    <>
      <Button
        isPending={isPending}
        icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
        onPress={() => send({ campaignId }, () => toast({ message: done, tone: 'ok' }))}
      >
        {label}
      </Button>
      <FormNotice state={state} />
    </>
  )
}

function Extend({ campaign: { id, name, endsOn } }: CampaignActsProps) {
  const t = useTranslations('campaigns.acts')
  const { state, isPending, send, errors } = useCampaignVerb(extendCampaign)
  const [day, setDay] = useState(endsOn)
  return (
    <Dialog trigger={<Button>{t('extend')}</Button>} title={t('extendTitle', { name })}>
      {(close) => (
        <form
          noValidate
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            send({ campaignId: id, endsOn: day }, () => {
              close()
              toast({ message: t('extended'), tone: 'ok' })
            })
          }}
        >
          <FormNotice state={state} labels={{ endsOn: t('extendTo') }} />
          <DateField label={t('extendTo')} value={day} onChange={setDay} error={errors.endsOn} />
          <Button type="submit" variant="filled" isPending={isPending}>
            {t('extend')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

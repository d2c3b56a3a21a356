'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import { shareWork } from '@/lib/campaigns/actions'

type Choice = { id: string; label: string }
export type ShareChoices = { sectors: Choice[]; municipalities: Choice[] }
export type Share = { sectorIds: string[]; municipalityCodes: string[] }

type ShareEditorProps = {
  campaignId: string
  person: { id: string; name: string; share: Share }
  choices: ShareChoices
}

/** Which part of the campaign's firms this person calls: sectors, municipalities, or everything. */
export function ShareEditor({ campaignId, person, choices }: ShareEditorProps) {
  const t = useTranslations('campaigns.share')
  const { share, id, name } = person
  const part = [
    ...(share.sectorIds.length ? [t('sectorCount', { count: share.sectorIds.length })] : []),
    ...(share.municipalityCodes.length ? [t('municipalityCount', { count: share.municipalityCodes.length })] : []),
  ]
  const words = part.join(', ') || t('everything')
  return (
    <Dialog
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('of', { name, part: words })}>
          {words}
        </Button>
      }
      title={t('title', { name })}
    >
      {(close) => <ShareForm {...{ campaignId, choices, close }} userId={id} before={share} />}
    </Dialog>
  )
}

type ShareFormProps = { campaignId: string; userId: string; before: Share; choices: ShareChoices; close: () => void }

function ShareForm({ campaignId, userId, before, choices, close }: ShareFormProps) {
  const t = useTranslations('campaigns.share')
  const { state, isPending, send } = useCampaignVerb(shareWork)
  const [share, setShare] = useState(before)
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send({ campaignId, userId, ...share }, () => {
          close()
          toast({ message: t('saved'), tone: 'ok' })
        })
      }}
    >
      <FormNotice state={state} />
      <p className="text-table text-text-2">{t('body')}</p>
      <Chips
        label={t('sectors')}
        options={choices.sectors}
        values={share.sectorIds}
        onChange={(sectorIds) => setShare({ ...share, sectorIds })}
      />
      <div className="max-h-72 overflow-y-auto p-1">
        <Chips
          label={t('municipalities')}
          options={choices.municipalities}
          values={share.municipalityCodes}
          onChange={(municipalityCodes) => setShare({ ...share, municipalityCodes })}
          size="sm"
        />
      </div>
      <Button type="submit" variant="filled" isPending={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

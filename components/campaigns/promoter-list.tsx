'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Share, type ShareChoices, ShareEditor } from '@/components/campaigns/share-editor'
import { useCampaignVerb } from '@/components/campaigns/use-campaign-verb'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { addPromoter, removePromoter } from '@/lib/campaigns/actions'
import { IDLE } from '@/lib/form-state'

type Person = { id: string; name: string; active: boolean; share: Share }
type PromoterListProps = {
  campaignId: string
  people: Person[]
  others: { id: string; name: string }[]
  choices: ShareChoices
}

/** Who calls for the campaign; people come and go while it runs. */
export function PromoterList({ campaignId, people, others, choices }: PromoterListProps) {
  const t = useTranslations('campaigns.people')
  const { state, isPending, send } = useCampaignVerb(addPromoter)
  const [chosen, choose] = useState<string | null>(null)
  return (
    <>
      <FormNotice state={state} className="mb-3" />
      {people.length === 0 && <p className="text-table text-text-2">{t('none')}</p>}
      <ul className="mb-3">
        {people.map(({ id, name, active, share }) => (
          <li
            key={id}
            className="flex min-h-10 flex-wrap items-center gap-2.5 border-b border-border text-body last:border-0"
          >
            <Avatar name={name} />
            <span className="min-w-0 flex-1 wrap-anywhere">
              {name} {!active && <span className="text-small text-text-3">{t('inactive')}</span>}
            </span>
            <ShareEditor campaignId={campaignId} person={{ id, name, share }} choices={choices} />
            <ConfirmDialog
              trigger={
                <Button
                  variant="ghost"
                  size="sm"
                  aria-label={`${t('remove')}: ${name}`}
                  icon={<X size={16} strokeWidth={1.75} aria-hidden />}
                />
              }
              title={t('removeTitle', { name })}
              confirmLabel={t('remove')}
              onConfirm={async () => {
                const removed = await removePromoter(IDLE, { campaignId, userId: id })
                return removed.status === 'rejected' ? removed.message : undefined
              }}
            >
              {t('removeBody')}
            </ConfirmDialog>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="text-small text-text-3">{t('all')}</p>
      ) : (
        <div className="flex items-end gap-2">
          <Select
            label={t('who')}
            options={others.map(({ id, name }) => ({ id, label: name }))}
            value={chosen}
            onChange={choose}
            className="flex-1"
          />
          <Button
            isPending={isPending}
            onPress={() => chosen && send({ campaignId, userId: chosen }, () => choose(null))}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </>
  )
}

'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type DraftNeed, newId } from '@/components/visits/draft'
import { NeedCard } from '@/components/visits/need-card'
import type { StepProps } from '@/components/visits/step-frame'

export type NeedTypeChoice = { id: string; code: string; name: string; short: string; officeId: string }
export type OfficeChoice = { id: string; name: string; answerDays: number }

type NeedsStepProps = StepProps & { needTypes: NeedTypeChoice[]; offices: OfficeChoice[] }

export function NeedsStep({ draft, change, errors, needTypes, offices }: NeedsStepProps) {
  const t = useTranslations('visits.needs')
  const { needs } = draft
  const [openId, setOpenId] = useState(needs[0]?.id)
  const edit = (id: string, patch: Partial<DraftNeed>) =>
    change({ needs: needs.map((need) => (need.id === id ? { ...need, ...patch } : need)) })
  const add = ({ id: needTypeId, officeId }: NeedTypeChoice) => {
    const id = newId()
    const blank = { priority: 'medium', words: '', status: 'recorded', fromCall: false } as const
    change({ needs: [...needs, { ...blank, id, needTypeId, officeId, refer: officeId !== '' }] })
    setOpenId(id)
  }
  const missing = needTypes.filter(({ id }) => !needs.some(({ needTypeId }) => needTypeId === id))
  return (
    <>
      {needs.length > 0 && (
        <ul className="flex flex-col gap-2.5">
          {needs.map((need, i) => {
            const type = needTypes.find(({ id }) => id === need.needTypeId)
            return (
              type && (
                <NeedCard
                  key={need.id}
                  need={need}
                  type={type}
                  offices={offices}
                  isOpen={need.id === openId}
                  onOpen={() => setOpenId(need.id)}
                  onChange={(patch) => edit(need.id, patch)}
                  onRemove={() => change({ needs: needs.filter(({ id }) => id !== need.id) })}
                  error={errors[`needs.${i}.words`]}
                />
              )
            )
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-table font-semibold text-text-2">{t('add')}</h3>
          <div className="flex flex-wrap gap-2">
            {missing.map((type) => (
              <Button
                key={type.id}
                className="rounded-full! font-normal!"
                icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
                aria-label={t('addOne', { need: type.short })}
                onPress={() => add(type)}
              >
                {type.short}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  )
}

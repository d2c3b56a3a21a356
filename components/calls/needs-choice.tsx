'use client'
import { useTranslations } from 'next-intl'
import { v7 as uuidv7 } from 'uuid'
import type { Draft } from '@/components/calls/draft'
import { Chips } from '@/components/ui/chips'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { PRIORITIES, WORDS_LIMIT } from '@/lib/needs/rules'

type NeedsChoiceProps = {
  types: { id: string; name: string }[]
  needs: Draft['needs']
  onChange: (part: Partial<Draft>) => void
}

/** What the firm asked for: one press each, then how urgent and in which words. */
export function NeedsChoice({ types, needs, onChange }: NeedsChoiceProps) {
  const t = useTranslations('calls.needs')
  const choose = (ids: string[]) => {
    const kept = needs.filter(({ needTypeId }) => ids.includes(needTypeId))
    const added = ids.filter((id) => !kept.some(({ needTypeId }) => needTypeId === id))
    onChange({
      needs: [...kept, ...added.map((needTypeId) => ({ id: uuidv7(), needTypeId, priority: 'medium' as const }))],
    })
  }
  const edit = (id: string, part: Partial<Draft['needs'][number]>) =>
    onChange({ needs: needs.map((need) => (need.id === id ? { ...need, ...part } : need)) })
  return (
    <div data-focus-key="B" className="flex flex-col gap-2">
      <Chips
        label={t('label')}
        note={t('optional')}
        size="sm"
        options={types.map(({ id, name }) => ({ id, label: name }))}
        values={needs.map(({ needTypeId }) => needTypeId)}
        onChange={choose}
      />
      {needs.map((need) => {
        const name = types.find(({ id }) => id === need.needTypeId)?.name ?? ''
        return (
          <div key={need.id} className="rounded-m border border-border px-2.5 py-1.5">
            <div className="flex flex-wrap items-center justify-between gap-x-2">
              <span className="text-small font-semibold">{name}</span>
              <Segmented
                label={t('priority', { need: name })}
                hideLabel
                options={PRIORITIES.map((id) => ({ id, label: t(`priorities.${id}`) }))}
                value={need.priority}
                onChange={(priority) => edit(need.id, { priority: priority as (typeof PRIORITIES)[number] })}
              />
            </div>
            <TextField
              label={t('words', { need: name })}
              hideLabel
              placeholder={t('wordsPlaceholder')}
              value={need.words ?? ''}
              onChange={(words) => edit(need.id, { words })}
              maxLength={WORDS_LIMIT}
              className="mt-1"
            />
          </div>
        )
      })}
    </div>
  )
}

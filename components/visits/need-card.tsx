'use client'
import { ChevronDown, Flag, Send, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { NeedIcon } from '@/components/needs/need-icon'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { DraftNeed } from '@/components/visits/draft'
import type { NeedTypeChoice, OfficeChoice } from '@/components/visits/needs-step'
import { PRIORITIES, WORDS_LIMIT } from '@/lib/needs/rules'
import type { NeedPriority } from '@/prisma/client/enums'

type NeedCardProps = {
  need: DraftNeed
  type: NeedTypeChoice
  offices: OfficeChoice[]
  isOpen: boolean
  onOpen: () => void
  onChange: (patch: Partial<DraftNeed>) => void
  onRemove: () => void
  error?: string
}

export function NeedCard({ need, type, offices, isOpen, onOpen, onChange, onRemove, error }: NeedCardProps) {
  const t = useTranslations('visits.needs')
  const office = offices.find(({ id }) => id === need.officeId)
  if (!isOpen)
    return (
      <li className="relative flex items-center gap-2.5 rounded-l border border-border bg-surface px-3 py-2.5">
        <NeedIcon code={type.code} />
        <span className="min-w-0 flex-1">
          <b className="block font-semibold">{type.name}</b>
          <span className="block truncate text-table text-text-2">
            {[t(need.priority), need.words].filter(Boolean).join(' · ')}
          </span>
        </span>
        <button
          type="button"
          onClick={onOpen}
          aria-label={t('open', { need: type.name })}
          aria-expanded={false}
          className="grid size-11 cursor-pointer place-items-center rounded-m after:absolute after:inset-0 tablet:size-8"
        >
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </li>
    )
  return (
    <li className="flex flex-col gap-3 rounded-l border-2 border-primary bg-surface p-3">
      <div className="flex items-center gap-2.5">
        <NeedIcon code={type.code} />
        <span className="min-w-0 flex-1">
          <b className="block font-semibold">{type.name}</b>
          {need.fromCall && <span className="block text-small text-text-3">{t('fromCall')}</span>}
        </span>
        <Button
          variant="ghost"
          size="sm"
          aria-label={t('remove', { need: type.name })}
          icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
          onPress={onRemove}
        />
      </div>
      <Segmented
        full
        label={t('priority')}
        value={need.priority}
        onChange={(priority) => onChange({ priority: priority as NeedPriority })}
        options={PRIORITIES.map((id) => ({
          id,
          label: t(id),
          icon: id === 'high' ? <Flag size={14} strokeWidth={1.75} aria-hidden /> : undefined,
        }))}
      />
      <TextField
        multiline
        label={t('words')}
        optional
        value={need.words}
        onChange={(words) => onChange({ words })}
        maxLength={WORDS_LIMIT}
        error={error}
        hint={t('counter', { count: need.words.length, limit: WORDS_LIMIT })}
      />
      {need.status === 'recorded' ? (
        <Select
          label={t('office')}
          icon={<Send size={16} strokeWidth={1.75} aria-hidden />}
          value={need.officeId || 'none'}
          onChange={(id) => onChange(id === 'none' ? { officeId: '', refer: false } : { officeId: id, refer: true })}
          options={[{ id: 'none', label: t('noOffice') }, ...offices.map(({ id, name }) => ({ id, label: name }))]}
        />
      ) : (
        office && <p className="text-table text-text-2">{t('sent', { office: office.name })}</p>
      )}
    </li>
  )
}

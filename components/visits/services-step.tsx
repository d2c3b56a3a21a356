'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import type { Answers } from '@/components/visits/draft'
import type { StepProps } from '@/components/visits/step-frame'
import { searchName } from '@/lib/firms/rules'

export type ServiceChoice = { id: string; name: string; description: string; needTypeIds: string[] }

const UNSAID: Answers = { knownBefore: null, usedBefore: null, interested: null }
const QUESTIONS = ['knownBefore', 'usedBefore', 'interested'] as const

/** What was presented; those that answer the firm's needs first. */
export function ServicesStep({ draft, change, services }: StepProps & { services: ServiceChoice[] }) {
  const t = useTranslations('visits.services')
  const [text, setText] = useState('')
  const wanted = searchName(text)
  const found = services.filter(({ name, description }) => searchName(`${name} ${description}`).includes(wanted))
  const needed = new Set(draft.needs.map(({ needTypeId }) => needTypeId))
  const isSuggested = (service: ServiceChoice) => service.needTypeIds.some((id) => needed.has(id))
  const suggested = found.filter(isSuggested)
  const others = found.filter((service) => !isSuggested(service))
  const groups = [
    { title: t('suggested'), list: suggested },
    { title: suggested.length > 0 ? t('others') : t('all'), list: others },
  ].filter(({ list }) => list.length > 0)

  const answer = (id: string, answers: Answers | null) => {
    const { [id]: _, ...rest } = draft.services
    change({ services: answers ? { ...rest, [id]: answers } : rest })
  }
  return (
    <>
      <TextField
        type="search"
        label={t('search')}
        hideLabel
        placeholder={t('search')}
        value={text}
        onChange={setText}
        icon={<Search size={16} strokeWidth={1.75} aria-hidden />}
      />
      {groups.length === 0 && <p className="text-table text-text-2">{t('none', { text })}</p>}
      {groups.map(({ title, list }) => (
        <section key={title} className="flex flex-col gap-2">
          <h3 className="text-table font-semibold text-text-2">{title}</h3>
          <ul className="divide-y divide-border rounded-l border border-border bg-surface">
            {list.map((service) => (
              <li key={service.id} className="px-3 py-1">
                <Checkbox
                  isSelected={service.id in draft.services}
                  onChange={(isShown) => answer(service.id, isShown ? UNSAID : null)}
                  description={service.description || undefined}
                >
                  {service.name}
                </Checkbox>
                <Answering
                  service={service}
                  answers={draft.services[service.id]}
                  onAnswer={(answers) => answer(service.id, answers)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type AnsweringProps = { service: ServiceChoice; answers?: Answers; onAnswer: (answers: Answers) => void }

function Answering({ service, answers, onAnswer }: AnsweringProps) {
  const t = useTranslations('visits.services')
  if (!answers) return null
  return (
    <div className="flex flex-col gap-2 pb-3 pl-8">
      {QUESTIONS.map((question) => (
        <div key={question} className="grid grid-cols-[minmax(0,1fr)_8.5rem] items-center gap-2">
          <span aria-hidden className="text-table text-text-2">
            {t(question)}
          </span>
          <Segmented
            full
            hideLabel
            label={t('question', { service: service.name, question: t(question) })}
            value={answers[question] === null ? null : answers[question] ? 'yes' : 'no'}
            onChange={(id) => onAnswer({ ...answers, [question]: id === 'yes' })}
            options={[
              { id: 'yes', label: t('yes') },
              { id: 'no', label: t('no') },
            ]}
          />
        </div>
      ))}
    </div>
  )
}
